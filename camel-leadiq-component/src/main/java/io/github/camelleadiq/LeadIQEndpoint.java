/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQClient;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.Paging;
import io.github.camelleadiq.client.credit.CreditEstimate;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategyAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Look up people and companies, search, track job changes and manage lists with the LeadIQ GraphQL API. */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = LeadIQConstants.SCHEME,
        title = "LeadIQ",
        syntax = "leadiq:operation",
        category = {Category.SAAS, Category.API},
        producerOnly = true,
        headersClass = LeadIQConstants.class)
public class LeadIQEndpoint extends DefaultEndpoint implements EndpointServiceLocation, HeaderFilterStrategyAware {

    /** The endpoint path for a document of the user's own. */
    static final String OWN_DOCUMENT = "graphql";

    @UriPath(
            enums = "account,companyTrackingTask,contactTrackingBalance,flatAdvancedSearch,groupedAdvancedSearch,"
                    + "icpDefinitions,list,lists,matchProfile,prospect,regeneratedTime,searchCompany,searchPeople,"
                    + "searchPeoplePreview,trackedCompanies,trackedContacts,usage,workatoToken,abandonBatch,"
                    + "addProspectToList,addTrackedCompanies,cancelCompanyTrackingTask,createList,regenerate,"
                    + "removeAllTrackedCompanies,removeTrackedCompanies,startCompanyTrackingTask,submitPersonFeedback,"
                    + "trackContacts,graphql",
            description = "The operation, named as in GraphQL, or graphql for a document of your own.")
    @Metadata(required = true)
    private String operation;

    @UriParam
    private LeadIQConfiguration configuration;

    @UriParam(
            prefix = "input.",
            multiValue = true,
            description =
                    "Members of the operation's input by their dotted path, for example input.company.strict=true."
                            + " The body and the header CamelLeadIQInput win over them.")
    private Map<String, Object> input = Map.of();

    @UriParam(
            prefix = "argument.",
            multiValue = true,
            description = "Arguments of the operation that have no option of their own, for example"
                    + " argument.prospectsLimit=50. For graphql: variables of the document.")
    private Map<String, Object> argument = Map.of();

    @UriParam(prefix = "httpHeader.", multiValue = true, label = "http", description = "HTTP headers for all requests.")
    private Map<String, Object> httpHeader = Map.of();

    @UriParam(description = "The argument id.")
    private String id;

    @UriParam(description = "The argument listId.")
    private String listId;

    @UriParam(description = "The argument uniqueOnly: leave out duplicates.")
    private Boolean uniqueOnly;

    @UriParam(description = "The argument first: the size of a page.")
    private Integer first;

    @UriParam(description = "The argument after: where the page starts.")
    private String after;

    @UriParam(description = "The argument limit: the size of a page.")
    private Integer limit;

    @UriParam(description = "The argument cursor: where the page starts.")
    private String cursor;

    @UriParam(
            defaultValue = "PAGE",
            description =
                    "What to bring of a list that has pages: page, the page that the arguments ask for; stream, all"
                            + " items one after another, for a splitter; all, a List of all items.")
    private LeadIQPagingMode paging = LeadIQPagingMode.PAGE;

    @UriParam(
            description = "The size of a page, whatever the operation calls it: input.limit, limit or first, which win"
                    + " over it. When not set, the server's own, and with paging=stream or all 100.")
    private Integer pageSize;

    @UriParam(description = "With paging=stream or all: items at most. The last page asks only for what is left.")
    private Long maxItems;

    @UriParam(
            description = "A GraphQL selection on the operation's result to ask for in place of the packaged one, for"
                    + " example results { name { fullName } }. What is selected is what is billed.")
    private String fields;

    @UriParam(
            description = "For graphql: the document, or resource:classpath:path or resource:file:path to read it from."
                    + " Values belong into variables: the body, the header CamelLeadIQArguments or argument options.")
    private String query;

    @UriParam(description = "For graphql: which operation of the document to run, when it has several.")
    private String operationName;

    @UriParam(
            label = "advanced",
            description = "Which message headers go out as HTTP headers. By default none do, and Authorization and the"
                    + " headers of HTTP itself never do.")
    private HeaderFilterStrategy headerFilterStrategy = new LeadIQHeaderFilterStrategy();

    private ClientSettings settings;

    /**
     * The client that the component had for these settings.
     *
     * @param run of the component: its clients end with it
     */
    private record Resolved(int run, LeadIQClient client) {}

    private volatile Resolved resolved;
    private LeadIQClient client;

    public LeadIQEndpoint(String uri, LeadIQComponent component, LeadIQConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        LeadIQComponent component = (LeadIQComponent) getComponent();
        SSLContextParameters tls = configuration.getSslContextParameters();
        resolved = null;
        settings = new ClientSettings(
                configuration,
                component.credits(),
                tls == null ? null : component.sslContext(tls),
                System::getenv,
                component.cacheStores().of(configuration));
    }

    @Override
    public Producer createProducer() throws Exception {
        return new LeadIQProducer(this, operationCall());
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("leadiq: has no consumers yet: poll with a timer and a producer");
    }

    private OperationCall operationCall() throws IOException {
        if (OWN_DOCUMENT.equals(operation)) {
            PagingOptions.check(this, Paging.NONE);
            return new CustomDocumentCall(this);
        }
        LeadIQOperation found = LeadIQOperation.find(operation)
                .orElseThrow(() -> new IllegalArgumentException(OperationNames.unknown(operation)));
        PagingOptions.check(this, found.paging());
        PackagedCall call = new PackagedCall(this, found);
        return switch (paging) {
            case PAGE -> call;
            case STREAM -> new PagedAnswer(this, call, found)::stream;
            case ALL -> new PagedAnswer(this, call, found)::all;
        };
    }

    /**
     * What a call of this endpoint can cost, without sending it: at the prices of {@code creditPrices}, or of the contract
     * with {@code creditPricesRefresh}. Messages that bring a key of their own are estimated at the endpoint's prices.
     *
     * @param dataPoints what is asked for, such as {@code profile,email}; null for what the endpoint asks for
     * @param input the members of the operation's input, over those of the endpoint
     * @return fails with {@link LeadIQInvalidRequestException} when that cannot be asked
     * @throws IllegalArgumentException when the endpoint is not of a packaged operation, or an option of it is wrong
     */
    public CompletableFuture<CreditEstimate> estimate(String dataPoints, Map<String, Object> input) {
        LeadIQOperation found = LeadIQOperation.find(operation)
                .orElseThrow(() -> new IllegalArgumentException(OperationNames.unknown(operation)));
        Exchange exchange = createExchange();
        exchange.getMessage().setBody(input);
        exchange.getMessage().setHeader(LeadIQConstants.DATA_POINTS, dataPoints);
        LeadIQRequest.CallOptions options = settings.apiKey().isPresent()
                ? new CallOptionsReader(this).read(exchange)
                : new LeadIQRequest.CallOptions(null, false, Map.of());
        try {
            return client().estimate(new PackagedCall(this, found).request(exchange, options));
        } catch (LeadIQInvalidRequestException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    WorkerThreads workers() {
        return ((LeadIQComponent) getComponent()).workers();
    }

    LeadIQClient client() {
        LeadIQClient given = configuration.getClient();
        if (given != null) {
            return given;
        }
        Resolved known = resolved;
        LeadIQComponent component = (LeadIQComponent) getComponent();
        if (known == null || known.run() != component.run()) {
            known = new Resolved(component.run(), component.client(settings.clientConfig()));
            resolved = known;
        }
        return known.client();
    }

    ClientSettings settings() {
        return settings;
    }

    /** The arguments that have an option of their own, by name. */
    Map<String, Object> ownArguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("id", id);
        arguments.put("listId", listId);
        arguments.put("uniqueOnly", uniqueOnly);
        arguments.put("first", first);
        arguments.put("after", after);
        arguments.put("limit", limit);
        arguments.put("cursor", cursor);
        arguments.values().removeIf(Objects::isNull);
        arguments.putAll(argument);
        return arguments;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getUrl();
    }

    @Override
    public String getServiceProtocol() {
        return OWN_DOCUMENT;
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("operation", operation);
    }

    public String getOperation() {
        return operation;
    }

    /** The operation, named as in GraphQL, in kebab-case or as a constant. */
    public void setOperation(String operation) {
        this.operation = operation;
    }

    public LeadIQConfiguration getConfiguration() {
        return configuration;
    }

    /** The options shared with other endpoints. */
    public void setConfiguration(LeadIQConfiguration configuration) {
        this.configuration = configuration;
    }

    public Map<String, Object> getInput() {
        return input;
    }

    /** Members of the input by their dotted path. */
    public void setInput(Map<String, Object> input) {
        this.input = input;
    }

    public Map<String, Object> getArgument() {
        return argument;
    }

    /** Arguments that have no option of their own. */
    public void setArgument(Map<String, Object> argument) {
        this.argument = argument;
    }

    public Map<String, Object> getHttpHeader() {
        return httpHeader;
    }

    /** HTTP headers for all requests. */
    public void setHttpHeader(Map<String, Object> httpHeader) {
        this.httpHeader = httpHeader;
    }

    public String getId() {
        return id;
    }

    /** The argument id. */
    public void setId(String id) {
        this.id = id;
    }

    public String getListId() {
        return listId;
    }

    /** The argument listId. */
    public void setListId(String listId) {
        this.listId = listId;
    }

    public Boolean getUniqueOnly() {
        return uniqueOnly;
    }

    /** The argument uniqueOnly. */
    public void setUniqueOnly(Boolean uniqueOnly) {
        this.uniqueOnly = uniqueOnly;
    }

    public Integer getFirst() {
        return first;
    }

    /** The argument first. */
    public void setFirst(Integer first) {
        this.first = first;
    }

    public String getAfter() {
        return after;
    }

    /** The argument after. */
    public void setAfter(String after) {
        this.after = after;
    }

    public Integer getLimit() {
        return limit;
    }

    /** The argument limit. */
    public void setLimit(Integer limit) {
        this.limit = limit;
    }

    public String getCursor() {
        return cursor;
    }

    /** The argument cursor. */
    public void setCursor(String cursor) {
        this.cursor = cursor;
    }

    public LeadIQPagingMode getPaging() {
        return paging;
    }

    /** What to bring of a list that has pages. */
    public void setPaging(LeadIQPagingMode paging) {
        this.paging = paging;
    }

    public Integer getPageSize() {
        return pageSize;
    }

    /** The size of a page, whatever the operation calls it. */
    public void setPageSize(Integer pageSize) {
        this.pageSize = pageSize;
    }

    public Long getMaxItems() {
        return maxItems;
    }

    /** With paging=stream or all: items at most. */
    public void setMaxItems(Long maxItems) {
        this.maxItems = maxItems;
    }

    public String getFields() {
        return fields;
    }

    /** A GraphQL selection in place of the packaged one. */
    public void setFields(String fields) {
        this.fields = fields;
    }

    public String getQuery() {
        return query;
    }

    /** The document to run, or where to read it from. */
    public void setQuery(String query) {
        this.query = query;
    }

    public String getOperationName() {
        return operationName;
    }

    /** Which operation of the document to run. */
    public void setOperationName(String operationName) {
        this.operationName = operationName;
    }

    @Override
    public HeaderFilterStrategy getHeaderFilterStrategy() {
        return headerFilterStrategy;
    }

    /** Which message headers go out as HTTP headers. */
    @Override
    public void setHeaderFilterStrategy(HeaderFilterStrategy headerFilterStrategy) {
        this.headerFilterStrategy = headerFilterStrategy;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.json.JsonObject;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/**
 * What one can write in an afternoon without this project: a query of the leads that lack something, a split with ten
 * threads, a lookup of each by camel-graphql that buys what is missing, and an update of each.
 *
 * <p>It has no matching, no budget, no memory, no limit of requests and no retries. It takes the one person whom LeadIQ
 * answers with and fills the fields that were empty when the lead was read.
 */
public final class HandWrittenMain {

    private static final int THREADS = 10;
    private static final String LEAD = "lead";
    private static final String START = "direct:start";
    private static final String VARIABLES = "variables";
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String QUERY =
            "SELECT Id, LinkedIn_URL__c, Email, MobilePhone, Title, Industry, NumberOfEmployees"
                    + " FROM Lead WHERE IsConverted = false AND (Email = null OR MobilePhone = null OR Title = null"
                    + " OR Industry = null OR NumberOfEmployees = null)";

    private final AtomicInteger updated = new AtomicInteger();

    private HandWrittenMain() {}

    /** @param arguments the URLs of Salesforce and LeadIQ */
    public static void main(String[] arguments) throws Exception {
        new HandWrittenMain().run(URI.create(arguments[0]), URI.create(arguments[1]));
        System.exit(0);
    }

    private void run(URI salesforce, URI leadIQ) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext();
                CloseableHttpClient pool = HttpClients.custom()
                        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                                .setMaxConnTotal(THREADS)
                                .setMaxConnPerRoute(THREADS)
                                .build())
                        .build()) {
            camel.addComponent("salesforce", component(salesforce));
            camel.getRegistry().bind("pool", pool);
            camel.addRoutes(routes(leadIQ));
            camel.start();
            long start = System.nanoTime();
            long cpu = Gauge.cpuMillis();
            try (ProducerTemplate template = camel.createProducerTemplate()) {
                template.requestBody(START, (Object) null);
            }
            System.out.println(String.join(
                    " ",
                    BackfillMain.END,
                    "DONE",
                    String.valueOf(updated.get()),
                    "0",
                    String.valueOf(updated.get()),
                    String.valueOf(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)),
                    String.valueOf(Gauge.cpuMillis()),
                    String.valueOf(cpu)));
        }
    }

    private static SalesforceComponent component(URI url) {
        SalesforceComponent salesforce = new SalesforceComponent();
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setApiVersion("62.0");
        salesforce.setConfig(config);
        salesforce.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        salesforce.setLoginUrl(url.toString());
        salesforce.setClientId(SalesforceSimulator.CLIENT_ID);
        salesforce.setClientSecret(SalesforceSimulator.CLIENT_SECRET);
        return salesforce;
    }

    private RouteBuilder routes(URI leadIQ) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(START)
                        .to("salesforce:query?rawPayload=true&sObjectQuery=" + QUERY)
                        .process(HandWrittenMain::records)
                        .split(body())
                        .parallelProcessing()
                        .executorService(
                                getContext().getExecutorServiceManager().newFixedThreadPool(this, "enrich", THREADS))
                        .stopOnException()
                        .process(HandWrittenMain::ask)
                        .to("graphql:" + leadIQ
                                + "?queryFile=find-person.graphql&operationName=FindPerson&variablesHeader=" + VARIABLES
                                + "&httpClient=#pool")
                        .process(HandWrittenMain::fill)
                        .removeHeaders("*", "sObjectId")
                        .to("salesforce:updateSObject?rawPayload=true&sObjectName=Lead")
                        .process(exchange -> updated.incrementAndGet());
            }
        };
    }

    private static void records(Exchange exchange) throws Exception {
        JsonNode page = MAPPER.readTree(exchange.getMessage().getBody(String.class));
        if (!page.path("done").asBoolean()) {
            throw new IllegalStateException("The rest of the leads would need further pages");
        }
        List<JsonNode> leads = MAPPER.convertValue(
                page.path("records"), MAPPER.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
        exchange.getMessage().setBody(leads);
    }

    private static void ask(Exchange exchange) {
        Message message = exchange.getMessage();
        JsonNode lead = message.getBody(JsonNode.class);
        exchange.setProperty(LEAD, lead);
        JsonObject input = new JsonObject();
        input.put("linkedinUrl", lead.path("LinkedIn_URL__c").asText());
        JsonObject variables = new JsonObject();
        variables.put("input", input);
        variables.put("email", lacks(lead, "Email"));
        variables.put("phone", lacks(lead, "MobilePhone"));
        variables.put("company", lacks(lead, "Industry") || lacks(lead, "NumberOfEmployees"));
        message.setHeader(VARIABLES, variables);
        message.setHeader("Authorization", LeadIQSimulator.authorization(LeadIQSimulator.DEMO_KEY));
        message.setBody(null);
    }

    private static void fill(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        JsonNode answer = MAPPER.readTree(message.getBody(String.class));
        JsonNode results = answer.at("/data/searchPeople/results");
        if (answer.hasNonNull("errors") || results.size() != 1) {
            throw new IllegalStateException("LeadIQ has no answer, or several");
        }
        JsonNode lead = exchange.getProperty(LEAD, JsonNode.class);
        JsonNode position = results.at("/0/currentPositions/0");
        ObjectNode update = MAPPER.createObjectNode();
        fill(update, lead, "Email", position.at("/emails/0/value"));
        fill(update, lead, "MobilePhone", results.at("/0/personalPhones/0/value"));
        fill(update, lead, "Title", position.path("title"));
        fill(update, lead, "Industry", position.at("/companyInfo/industry"));
        fill(update, lead, "NumberOfEmployees", position.at("/companyInfo/numberOfEmployees"));
        message.setHeader("sObjectId", lead.path("Id").asText());
        message.setBody(update.toString());
    }

    private static void fill(ObjectNode update, JsonNode lead, String field, JsonNode value) {
        if (lacks(lead, field) && !value.isMissingNode() && !value.isNull()) {
            update.set(field, value);
        }
    }

    private static boolean lacks(JsonNode lead, String field) {
        return !lead.hasNonNull(field);
    }
}

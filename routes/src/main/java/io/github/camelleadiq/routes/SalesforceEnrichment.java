/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.credit.BudgetPeriod;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.pipeline.LeadIQRoutes;
import io.github.camelleadiq.routes.pipeline.Mode;
import io.github.camelleadiq.routes.salesforce.SalesforceRoutes;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.H2State;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.ServiceStatus;
import org.apache.camel.StartupListener;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Salesforce records through LeadIQ and back, in one bean. In {@code application.properties}:
 *
 * <pre>{@code
 * camel.beans.enrichment = #class:io.github.camelleadiq.routes.SalesforceEnrichment
 * camel.beans.enrichment.loginUrl = https://example.my.salesforce.com
 * camel.beans.enrichment.clientId = {{env:SALESFORCE_CLIENT_ID}}
 * camel.beans.enrichment.clientSecret = {{env:SALESFORCE_CLIENT_SECRET}}
 * camel.beans.enrichment.mode = live
 * }</pre>
 *
 * <p>LeadIQ's key comes from the environment variable {@code LEADIQ_API_KEY} or the component {@code leadiq}. In Java it
 * is added with {@link CamelContext#addRoutes}; a context that finds it as a bean takes it up when it starts.
 *
 * <p>It opens the state, adds the routes of {@link LeadIQRoutes} and of {@link SalesforceRoutes}, and before they start
 * asks Salesforce and LeadIQ, for free, whether everything is as it has to be. If not, the context does not start: the
 * {@link PreflightException} says in one line each what is wrong and what to do. A system that does not answer is no
 * reason not to start. Then it logs in three lines what it is going to do.
 */
public final class SalesforceEnrichment implements RoutesBuilder, CamelContextAware {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceEnrichment.class);

    private static final String ENRICH = "leadiq-enrich";
    private static final String WINDOW = "window";
    private static final String HOUSEKEEPING = "leadiq-housekeeping";
    private static final List<String> SALESFORCE = List.of(
            SalesforceRoutes.READ,
            SalesforceRoutes.WRITE,
            SalesforceRoutes.DESCRIBE,
            SalesforceRoutes.CHANGES,
            SalesforceRoutes.BACKFILL);
    /** Parameters that are this bean's own properties, or that it has to agree on with itself. */
    private static final Set<String> OURS = Set.of(
            "name",
            "profile",
            "state",
            "readerUri",
            "writerUri",
            "describeUri",
            "mode",
            "clientId",
            "client",
            "userId",
            "component",
            "object",
            "changesUri",
            "takes",
            "where",
            "runId",
            "trigger",
            "stepsUri");

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private CamelContext camelContext;
    private String name = "crm";
    private List<String> objects = List.of();
    private List<String> profiles = List.of();
    private Mode mode = Mode.DRY_RUN;
    private boolean changes = true;
    private boolean backfill;
    private String runId = "backfill";
    private String streamRunId;
    private String where;
    private String client = "leadiq";
    private String userId;
    private String component = "salesforce";
    private String loginUrl;
    private String clientId;
    private String clientSecret;
    private String apiVersion = "62.0";
    private BigDecimal creditBudget;
    private BudgetPeriod creditBudgetPeriod;
    private String stateFile;
    private DataSource dataSource;

    private boolean added;
    /** Whether the context has come to where it would have had the routes checked. */
    private volatile boolean isStartPast;

    private EnrichmentState state;
    private LeadIQRoutes routes;
    private Map<String, EnrichmentProfile> profilesByObject;
    private String place;
    private volatile List<String> concerns = List.of();

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    /** Has the routes added when the context starts, whoever made this bean. */
    @Override
    public void setCamelContext(CamelContext context) {
        if (context == camelContext) {
            return;
        }
        camelContext = context;
        if (context.isStarted()) {
            // this may be before the properties are set; addRoutes comes after them
            return;
        }
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextInitializing(CamelContext initializing) {
                if (!isReplaced()) {
                    add();
                }
            }
        });
        try {
            context.addStartupListener(new Start());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Camel Main makes the beans of a YAML file twice, and binds the second in place of the first. */
    private boolean isReplaced() {
        Set<SalesforceEnrichment> namesakes = camelContext.getRegistry().findByType(SalesforceEnrichment.class).stream()
                .filter(bean -> bean.name.equals(name))
                .collect(Collectors.toSet());
        return !namesakes.isEmpty() && !namesakes.contains(this);
    }

    @Override
    public void addRoutesToCamelContext(CamelContext context) throws Exception {
        // a timer can call before the context says that it has started, and after it has asked us to check
        boolean runs = context.isStarted() || isStartPast;
        setCamelContext(context);
        if (runs && !added) {
            open();
            preflight();
            say();
        }
        // before the context initializes it is not certain yet that a bean is the one that stays
        boolean mayBeReplaced = context.getStatus() == ServiceStatus.Stopped
                && context.getRegistry().findByType(SalesforceEnrichment.class).contains(this);
        if (!mayBeReplaced) {
            add();
        }
    }

    @Override
    public void addTemplatedRoutesToCamelContext(CamelContext context) {
        // they come with the others
    }

    @Override
    public Set<String> updateRoutesToCamelContext(CamelContext context) throws Exception {
        addRoutesToCamelContext(context);
        return Set.of();
    }

    /** After the components have started and before the routes do. */
    private final class Start implements StartupListener {
        @Override
        public void onCamelContextStarting(CamelContext context, boolean alreadyStarted) throws Exception {
            // a bean that is made while the context initializes is too late for it, and waits for addRoutes
            if (!alreadyStarted && added) {
                preflight();
                say();
            }
            isStartPast = true;
        }

        @Override
        public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
            // nothing more to do
        }
    }

    private void preflight() throws PreflightException {
        Preflight preflight = new Preflight(
                camelContext,
                component,
                loginUrl,
                profilesByObject,
                mode,
                LeadIQConstants.SCHEME + ":usage",
                changes,
                where);
        List<String> problems = preflight.problems();
        concerns = preflight.concerns();
        if (!problems.isEmpty()) {
            throw new PreflightException(problems, camelContext);
        }
    }

    private synchronized void add() {
        if (added) {
            return;
        }
        added = true;
        try {
            open();
            addRoutes();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The enrichment routes could not be added", e);
        }
    }

    /** What does not need a context that runs. */
    private void open() throws Exception {
        if (state != null) {
            return;
        }
        profilesByObject = findProfiles();
        if (where != null && profilesByObject.size() > 1) {
            throw new IllegalArgumentException("where is a condition on one object: set objects to that one");
        }
        addComponent();
        limitCredits();
        state = EnrichmentState.open(openDatabase());
    }

    private Map<String, EnrichmentProfile> findProfiles() {
        Map<String, EnrichmentProfile> own = new LinkedHashMap<>();
        profiles.forEach(reference -> {
            EnrichmentProfile profile = ProfileFinder.find(camelContext, reference);
            own.put(profile.object(), profile);
        });
        List<String> wanted = !objects.isEmpty()
                ? objects
                : own.isEmpty() ? List.of("Lead", "Contact", "Account") : List.copyOf(own.keySet());
        Map<String, EnrichmentProfile> found = new LinkedHashMap<>();
        for (String object : wanted) {
            EnrichmentProfile profile = own.remove(object);
            found.put(object, profile != null ? profile : shipped(object));
        }
        if (!own.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are profiles for " + String.join(", ", own.keySet()) + ", which objects does not name");
        }
        return found;
    }

    private EnrichmentProfile shipped(String object) {
        try {
            EnrichmentProfile profile =
                    ProfileFinder.find(camelContext, "salesforce/" + object.toLowerCase(Locale.ROOT));
            if (profile.object().equals(object)) {
                return profile;
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("{}", e.getMessage());
        }
        throw new IllegalArgumentException("No profile comes with the library for the object " + object
                + ": name one of Lead, Contact, Account in objects, or write a profile and name its file in profiles");
    }

    private void addComponent() {
        if (loginUrl == null && clientId == null && clientSecret == null) {
            return;
        }
        List<String> missing = new ArrayList<>();
        Map.of("loginUrl", text(loginUrl), "clientId", text(clientId), "clientSecret", text(clientSecret))
                .forEach((option, value) -> {
                    if (value.isEmpty()) {
                        missing.add(option);
                    }
                });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "The login at Salesforce lacks " + missing.stream().sorted().collect(Collectors.joining(", ")));
        }
        if (camelContext.hasComponent(component) != null) {
            throw new IllegalArgumentException("There is a component " + component
                    + " already: leave loginUrl, clientId and clientSecret out, or set component to another name");
        }
        camelContext.addComponent(component, SalesforceRoutes.component(address(), clientId, clientSecret, apiVersion));
    }

    /** Whatever the client of Salesforce makes of anything else, it tries for ever. */
    private URI address() {
        URI address = null;
        try {
            address = URI.create(loginUrl);
        } catch (IllegalArgumentException e) {
            LOG.debug("{}", e.getMessage());
        }
        if (address == null
                || address.getHost() == null
                || !List.of("https", "http").contains(text(address.getScheme()).toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "loginUrl must be the org's own address (Setup, My Domain) with https:// in front, such as"
                            + " https://example.my.salesforce.com");
        }
        return address;
    }

    private void limitCredits() {
        if (creditBudget == null) {
            return;
        }
        LeadIQComponent leadIQ = camelContext.getComponent(LeadIQConstants.SCHEME, LeadIQComponent.class);
        leadIQ.getConfiguration().setCreditBudget(creditBudget);
        if (creditBudgetPeriod != null) {
            leadIQ.getConfiguration().setCreditBudgetPeriod(creditBudgetPeriod);
        }
    }

    private DataSource openDatabase() throws Exception {
        if (dataSource != null) {
            place = "in the database of the bean dataSource";
            return dataSource;
        }
        Path file = Path.of(stateFile == null ? "leadiq-state/" + mode.optionName() : stateFile);
        H2State h2 = H2State.file(file);
        place = "in the file " + file.toAbsolutePath().normalize() + ".mv.db";
        // after the routes, which still write
        camelContext.addService(new ServiceSupport() {
            @Override
            protected void doStop() {
                h2.close();
            }
        });
        return h2.dataSource();
    }

    private void addRoutes() throws Exception {
        loadTemplates();
        routes = LeadIQRoutes.of(state)
                .name(name)
                .crm(
                        "direct:" + instance(SalesforceRoutes.READ),
                        "direct:" + instance(SalesforceRoutes.WRITE),
                        "direct:" + instance(SalesforceRoutes.DESCRIBE))
                .mode(mode)
                .parameter("clientId", client);
        if (streamRunId != null) {
            routes.parameter("runId", streamRunId);
        }
        if (userId != null) {
            routes.parameter("userId", userId);
        }
        profilesByObject.values().forEach(routes::profile);
        if (parameters.containsKey(WINDOW)) {
            routes.window(Integer.parseInt(parameters.get(WINDOW).strip()));
        }
        parameters.forEach((parameter, value) -> {
            if (taken(ENRICH).contains(parameter)) {
                routes.parameter(parameter, value);
            } else if (taken(HOUSEKEEPING).contains(parameter)) {
                routes.housekeeping(parameter, value);
            } else if (SALESFORCE.stream().noneMatch(template -> taken(template).contains(parameter))) {
                throw new IllegalArgumentException(
                        "No template has a parameter " + parameter + " that can be set here");
            }
        });
        add(SalesforceRoutes.READ, "", Map.of("name", instance(SalesforceRoutes.READ)));
        add(SalesforceRoutes.WRITE, "", Map.of("name", instance(SalesforceRoutes.WRITE), "client", client));
        add(SalesforceRoutes.DESCRIBE, "", Map.of("name", instance(SalesforceRoutes.DESCRIBE)));
        routes.addTo(camelContext);
        for (String object : profilesByObject.keySet()) {
            if (changes) {
                add(
                        SalesforceRoutes.CHANGES,
                        "-" + object,
                        Map.of("object", object, "changesUri", routes.changesUri(), "state", routes.stateName()));
            }
            if (backfill) {
                add(SalesforceRoutes.BACKFILL, "-" + object, backfillOf(object));
            }
        }
    }

    private Map<String, String> backfillOf(String object) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "runId",
                runId + "-" + object,
                "trigger",
                "timer:leadiq-salesforce-backfill-" + name + "-" + object + "?repeatCount=1&delay=1000",
                "object",
                object,
                "profile",
                routes.profileName(object),
                "state",
                routes.stateName()));
        if (where != null) {
            all.put("where", where);
        }
        return all;
    }

    private void loadTemplates() throws Exception {
        for (String resource : List.of(SalesforceRoutes.RESOURCE, LeadIQRoutes.RESOURCE)) {
            String one = resource.equals(SalesforceRoutes.RESOURCE) ? SalesforceRoutes.READ : ENRICH;
            if (((ModelCamelContext) camelContext).getRouteTemplateDefinition(one) == null) {
                PluginHelper.getRoutesLoader(camelContext)
                        .loadRoutes(ResourceHelper.resolveMandatoryResource(camelContext, resource));
            }
        }
    }

    /** The parameters of this template that may be set here. */
    private Set<String> taken(String template) {
        RouteTemplateDefinition definition = ((ModelCamelContext) camelContext).getRouteTemplateDefinition(template);
        return definition.getTemplateParameters().stream()
                .map(RouteTemplateParameterDefinition::getName)
                .filter(parameter -> !OURS.contains(parameter))
                .collect(Collectors.toSet());
    }

    private void add(String template, String suffix, Map<String, String> fixed) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.keySet().retainAll(taken(template));
        all.put("component", component);
        all.putAll(fixed);
        TemplatedRouteBuilder builder =
                TemplatedRouteBuilder.builder(camelContext, template).routeId(instance(template) + suffix);
        all.forEach(builder::parameter);
        builder.add();
    }

    private String instance(String template) {
        return template + "-" + name;
    }

    private void say() {
        LOG.info(
                "Enriches {}",
                profilesByObject.values().stream()
                        .map(profile -> profile.object() + " ("
                                + profile.mappings().stream()
                                        .map(FieldMapping::field)
                                        .collect(Collectors.joining(", ")) + ")")
                        .collect(Collectors.joining("; ")));
        LOG.info(
                "Mode {}: {}; {}{}",
                mode.optionName(),
                switch (mode) {
                    case LIVE -> "spends credits and writes to Salesforce, marked as " + client;
                    case DRY_RUN -> "spends nothing and writes nothing";
                    case PREVIEW -> "spends on a few samples and writes nothing";
                },
                creditBudget == null ? "no budget" : "a budget of " + creditBudget.toPlainString() + " credits",
                (changes ? "; takes what changes" : "")
                        + (backfill
                                ? "; backfills what is there" + (where == null ? "" : " where " + where) + " as run "
                                        + runId
                                : ""));
        Map<EventState, Long> counts = state.inbox().counts();
        LOG.info(
                "State {}: {} changes wait, {} dead letters",
                place,
                counts.getOrDefault(EventState.PENDING, 0L) + counts.getOrDefault(EventState.LEASED, 0L),
                counts.getOrDefault(EventState.DEAD, 0L));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static String orNull(String value) {
        return text(value).isEmpty() ? null : value.strip();
    }

    private static List<String> list(String value) {
        return Arrays.stream(text(value).split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    /** What is remembered; null before the routes are added. */
    public EnrichmentState state() {
        return state;
    }

    /** The routes of the pipeline, for what is to be sent to them; null before they are added. */
    public LeadIQRoutes routes() {
        return routes;
    }

    /**
     * What was found before the start that did not prevent it, a line for each: who did not answer, and where change events
     * seem to be off. Empty before the start, and if all was well.
     */
    public List<String> concerns() {
        return concerns;
    }

    /** Names the routes where a context has several of these beans; {@code crm} if not set. */
    public void setName(String name) {
        this.name = name;
    }

    /** The objects, separated by commas; those of the profiles, or else {@code Lead,Contact,Account} if not set. */
    public void setObjects(String objects) {
        this.objects = list(objects);
    }

    /**
     * Profiles of one's own, separated by commas: files, or names of beans. An object that none of them is about has the
     * one that comes with the library.
     */
    public void setProfiles(String profiles) {
        this.profiles = list(profiles);
    }

    /** {@code dry-run} if not set, {@code preview}, or {@code live}, which spends credits and writes. */
    public void setMode(String mode) {
        this.mode = Mode.parse(mode);
    }

    /** Whether change events are taken and enriched as they come; yes if not set. */
    public void setChanges(boolean changes) {
        this.changes = changes;
    }

    /** Whether the records that are there already are enriched, once; no if not set. */
    public void setBackfill(boolean backfill) {
        this.backfill = backfill;
    }

    /** The name of the backfill, {@code backfill} if not set: another name begins another one. */
    public void setRunId(String runId) {
        this.runId = runId;
    }

    /** The run of the log for what is enriched as it changes; one for each object if not set. */
    public void setStreamRunId(String streamRunId) {
        this.streamRunId = orNull(streamRunId);
    }

    /** Which records the backfill is about: a SOQL condition on the only object; all if not set. */
    public void setWhere(String where) {
        this.where = orNull(where);
    }

    /** The tag that marks change events of our own writes; {@code leadiq} if not set. Not the connected app's id. */
    public void setClient(String client) {
        this.client = client;
    }

    /** The id of the user that writes, if it is used for nothing else. */
    public void setUserId(String userId) {
        this.userId = orNull(userId);
    }

    /** The name of the Salesforce component, {@code salesforce} if not set. Made here if there is a login below. */
    public void setComponent(String component) {
        this.component = component;
    }

    /** The org's own address (My Domain), such as {@code https://example.my.salesforce.com}. */
    public void setLoginUrl(String loginUrl) {
        this.loginUrl = orNull(loginUrl);
    }

    /** The consumer key of the connected app, which must allow the client credentials flow. */
    public void setClientId(String clientId) {
        this.clientId = orNull(clientId);
    }

    /** The consumer secret of the connected app. Secret: never logged. */
    public void setClientSecret(String clientSecret) {
        this.clientSecret = orNull(clientSecret);
    }

    /** The version of Salesforce's API; {@code 62.0} if not set. */
    public void setApiVersion(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    /** The most credits that may be spent in a period: sets {@code creditBudget} of the component {@code leadiq}. */
    public void setCreditBudget(BigDecimal creditBudget) {
        this.creditBudget = creditBudget;
    }

    /** How long that budget lasts: sets {@code creditBudgetPeriod} of the component {@code leadiq}. */
    public void setCreditBudgetPeriod(BudgetPeriod creditBudgetPeriod) {
        this.creditBudgetPeriod = creditBudgetPeriod;
    }

    /**
     * The H2 file of the state without its ending, for one process. {@code leadiq-state/live} if not set, and accordingly
     * for the other modes: a dry run must not settle the changes that the live one is to enrich.
     */
    public void setStateFile(String stateFile) {
        this.stateFile = orNull(stateFile);
    }

    /** The database of the state instead of a file: a pool of connections to PostgreSQL, or to H2. */
    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Map<String, String> getParameters() {
        return parameters;
    }

    /** Any other parameter of the templates, such as {@code pollDelay} or {@code allowDuplicates}, by its name. */
    public void setParameters(Map<String, String> parameters) {
        this.parameters.clear();
        this.parameters.putAll(parameters);
    }
}

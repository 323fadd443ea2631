/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The one bean, between the two simulators. */
class SalesforceEnrichmentTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private static final Duration LONG = Duration.ofSeconds(60);

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();
    private final SalesforceSimulator salesforce = SALESFORCE.simulator();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        context.stop();
    }

    private SalesforceEnrichment enrichment(String mode) {
        LeadIQComponent component = context.getComponent("leadiq", LeadIQComponent.class);
        component.getConfiguration().setUrl(leadIQ.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setRequestsPerMinute(0);
        SalesforceEnrichment enrichment = new SalesforceEnrichment();
        enrichment.setLoginUrl(salesforce.url().toString());
        enrichment.setClientId(SalesforceSimulator.CLIENT_ID);
        enrichment.setClientSecret(SalesforceSimulator.CLIENT_SECRET);
        enrichment.setObjects("Lead");
        enrichment.setMode(mode);
        enrichment.setStateFile(directory.resolve("state").toString());
        enrichment.setParameters(new HashMap<>(Map.of(
                "pollDelay", "100", "maxDelay", "0", "check", "200", "settle", "500ms", "initialReplayId", "-2")));
        return enrichment;
    }

    private String lead() {
        return salesforce.create(
                "Lead", Map.of("FirstName", "Ada", "LastName", "Sample", "Company", "Acme", "Website", "acme.example"));
    }

    private Object title(String id) {
        return salesforce.record("Lead", id).get("Title");
    }

    private List<String> problems(SalesforceEnrichment enrichment) throws Exception {
        context.addRoutes(enrichment);
        PreflightException[] refused = new PreflightException[1];
        assertThatThrownBy(context::start).satisfies(failure -> {
            for (Throwable t = failure; t != null; t = t.getCause()) {
                if (t instanceof PreflightException found) {
                    refused[0] = found;
                }
            }
        });
        assertThat(refused[0]).isNotNull();
        assertThat(refused[0].problems()).allMatch(line -> line.lines().count() == 1);
        return refused[0].problems();
    }

    @Test
    void enrichesWhatChanges() throws Exception {
        try (Log log = new Log()) {
            context.addRoutes(enrichment("live"));
            context.start();

            assertThat(log.lines()).hasSize(3);
            assertThat(log.lines().get(0)).startsWith("Enriches Lead (Email, Phone, ");
            assertThat(log.lines().get(1)).startsWith("Mode live: spends credits and writes to Salesforce");
            assertThat(log.lines().get(2)).contains("state.mv.db").contains("0 changes wait");
        }
        try (Log log = new Log("io.github.camelleadiq.routes.pipeline.PipelineBean")) {
            String id = lead();

            await().atMost(LONG).until(() -> title(id) != null);
            // what was spent and written, though it is no run that says so by itself
            await().atMost(LONG).untilAsserted(() -> assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("run stream:crm-Lead: read 1, looked up 1, written 1,")
                    .contains("credits 14,"));
            checkHistory(id);
        }
    }

    private void checkHistory(String id) {
        assertThat(salesforce.history(id)).anyMatch(write -> "leadiq".equals(write.client()));
    }

    @Test
    void isFoundAsABean() throws Exception {
        context.getRegistry().bind("enrichment", enrichment("live"));
        context.start();
        String id = lead();

        await().atMost(LONG).until(() -> title(id) != null);
    }

    @Test
    void joinsAContextThatRuns() throws Exception {
        context.start();
        context.addRoutes(enrichment("live"));
        String id = lead();

        await().atMost(LONG).until(() -> title(id) != null);
    }

    @Test
    void backfillsOnceWhatIsThere() throws Exception {
        String id = lead();
        String other = salesforce.create("Lead", Map.of("LastName", "Other", "Company", "Elsewhere"));
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.setChanges(false);
        enrichment.setBackfill(true);
        enrichment.setWhere("Company = 'Acme'");
        context.addRoutes(enrichment);
        context.start();

        await().atMost(LONG).until(() -> title(id) != null);
        await().atMost(LONG).until(() -> enrichment
                .state()
                .runs()
                .find("backfill-Lead")
                .map(run -> run.state() == RunState.DONE)
                .orElse(false));
        assertThat(title(other)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 5"})
    void fillsTheSameGapsWhetherOrNotItReadsRecordsWithoutAny(String gapFilter, int read) throws Exception {
        String lacking = lead();
        String complete = lead();
        Map<String, Object> all = new HashMap<>(Map.of(
                "Email",
                "ada@acme.example",
                "Phone",
                "+1 212 555 0100",
                "MobilePhone",
                "+1 212 555 0101",
                "City",
                "Springfield"));
        all.putAll(Map.of(
                "State",
                "Illinois",
                "Country",
                "United States",
                "Industry",
                "Banking",
                "NumberOfEmployees",
                7,
                "Title",
                "CTO",
                "LinkedIn_URL__c",
                "https://www.linkedin.com/in/ada-sample"));
        salesforce.humanUpdate("Lead", complete, all);
        String unseen = lead();
        all.put("Title", "\u200b\u00a0");
        salesforce.humanUpdate("Lead", unseen, all);
        String fresh = lead();
        salesforce.humanUpdate(
                "Lead",
                fresh,
                Map.of(
                        "LeadIQ_Enriched_At__c",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        String done = lead();
        all.put("Title", "Chief");
        salesforce.humanUpdate("Lead", done, all);
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.setChanges(false);
        enrichment.setBackfill(true);
        enrichment.getParameters().put("gapFilter", gapFilter);
        context.addRoutes(enrichment);
        context.start();

        await().atMost(LONG).until(() -> enrichment
                .state()
                .runs()
                .find("backfill-Lead")
                .map(run -> run.state() == RunState.DONE)
                .orElse(false));

        assertThat(Stream.of(lacking, complete, unseen, fresh, done).filter(id -> salesforce.history(id).stream()
                        .anyMatch(write -> "leadiq".equals(write.client()))))
                .containsExactly(lacking, unseen);
        Run run = enrichment.state().runs().find("backfill-Lead").orElseThrow();
        assertThat(run.counts().read()).isEqualTo(read);
        assertThat(run.counts().planned()).isEqualTo(2);
        // an entry for each record that lacks something, whatever is read
        assertThat(enrichment
                        .state()
                        .log()
                        .ofRun("backfill-Lead")
                        .filter(entry -> entry.entry().field() == null))
                .hasSize(2);
    }

    @Test
    void spendsNothingUnlessToldTo() throws Exception {
        String id = lead();
        SalesforceEnrichment enrichment = enrichment("dry-run");
        enrichment.setBackfill(true);
        context.addRoutes(enrichment);
        context.start();

        await().atMost(LONG).until(() -> enrichment
                .state()
                .runs()
                .find("backfill-Lead")
                .map(run -> run.state() == RunState.DONE)
                .orElse(false));
        assertThat(title(id)).isNull();
        assertThat(leadIQ.meter().total(LeadIQSimulator.DEMO_KEY)).isZero();
        assertThat(salesforce.requestCount(RequestKind.WRITE)).isZero();
    }

    @Test
    void aBudgetIsTheComponents() throws Exception {
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.setCreditBudget(BigDecimal.TEN);
        context.addRoutes(enrichment);

        assertThat(context.getComponent("leadiq", LeadIQComponent.class)
                        .getConfiguration()
                        .getCreditBudget())
                .isEqualTo(BigDecimal.TEN);
    }

    @Test
    void aWrongKeyAndAWrongSecretAreToldTogether() throws Exception {
        SalesforceEnrichment enrichment = enrichment("dry-run");
        enrichment.setClientSecret("not-the-secret");
        context.getComponent("leadiq", LeadIQComponent.class).getConfiguration().setApiKey("not-the-key");

        assertThat(problems(enrichment))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .startsWith("Salesforce refuses the login (invalid_client): check clientId")
                                .doesNotContain("not-the-secret"),
                        line -> assertThat(line)
                                .startsWith("LeadIQ refuses the API key")
                                .contains("LEADIQ_API_KEY")
                                .doesNotContain("not-the-key"));
        assertThat(leadIQ.meter().total(LeadIQSimulator.DEMO_KEY)).isZero();
    }

    @Test
    void aMissingKeyIsToldAndNoneIsNeededForADryRun() throws Exception {
        SalesforceEnrichment live = enrichment("live");
        context.getComponent("leadiq", LeadIQComponent.class).getConfiguration().setApiKey(" ");
        assertThat(problems(live)).singleElement().asString().contains("has no apiKey", "LEADIQ_API_KEY");

        try (DefaultCamelContext other = new DefaultCamelContext()) {
            SalesforceEnrichment dry = enrichment("dry-run");
            other.getComponent("leadiq", LeadIQComponent.class)
                    .getConfiguration()
                    .setApiKey(" ");
            dry.setStateFile(directory.resolve("dry").toString());
            other.addRoutes(dry);
            other.start();

            assertThat(other.isStarted()).isTrue();
        }
    }

    @Test
    void aHostThatDoesNotExistIsTold() throws Exception {
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.setLoginUrl("https://no-such-org.invalid");

        assertThat(problems(enrichment)).singleElement().asString().contains("no-such-org.invalid", "My Domain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.my.salesforce.com", "https:///", "ftp://example.com", "https://a b", "http:example"})
    void anAddressThatIsNoneIsTold(String address) {
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.setLoginUrl(address);

        assertThatThrownBy(() -> context.addRoutes(enrichment))
                .hasMessageStartingWith("loginUrl must be the org's own address (Setup, My Domain) with https://");
    }

    @Test
    void anObjectThatIsNotThereIsToldOnce() throws Exception {
        Path profile = Files.writeString(
                directory.resolve("leed.yaml"),
                """
                object: Leed
                kind: person
                identifiers:
                  email: Email
                mapping:
                  Title: person.title
                """);
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.setObjects("");
        enrichment.setProfiles(profile.toString());

        assertThat(problems(enrichment)).singleElement().asString().startsWith("Salesforce shows us no object Leed");
        assertThat(enrichment.concerns()).isEmpty();
    }

    @Test
    void aProfileThatIsNotThereIsTold() {
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.setProfiles("no-such.yaml");

        assertThatThrownBy(() -> context.addRoutes(enrichment))
                .hasMessageStartingWith("There is no profile 'no-such.yaml': neither a file");
    }

    @Test
    void anApiThatIsOffIsTold() throws Exception {
        salesforce
                .faults()
                .when(
                        request -> request.kind() != RequestKind.TOKEN,
                        SalesforceFaults.salesforce(403, "API_DISABLED_FOR_ORG", "API is not enabled for this Org"));

        assertThat(problems(enrichment("live"))).singleElement().asString().contains("API Enabled");
    }

    @Test
    void aConditionThatIsNoSoqlIsTold() throws Exception {
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.setBackfill(true);
        enrichment.setWhere("Compny = 'Acme'");

        assertThat(problems(enrichment)).singleElement().asString().contains("where", "INVALID_FIELD");
    }

    @Test
    void changeEventsThatAreOffAreToldAndNoReasonNotToStart() throws Exception {
        salesforce.changeDataCapture("Lead", false);
        SalesforceEnrichment enrichment = enrichment("live");
        try (Log log = new Log()) {
            context.addRoutes(enrichment);
            context.start();

            assertThat(log.lines()).anyMatch(line -> line.contains("Change Data Capture seems to be off for Lead"));
            assertThat(enrichment.concerns())
                    .singleElement()
                    .asString()
                    .startsWith("Change Data Capture seems to be off for Lead");
        }
    }

    @Test
    void anOrgThatIsAwayIsNoReasonNotToStart() throws Exception {
        salesforce.faults().when(request -> request.kind() != RequestKind.TOKEN, SalesforceFaults.unavailable());
        SalesforceEnrichment enrichment = enrichment("live");
        try (Log log = new Log();
                Log camel = new Log("org.apache.camel.processor.errorhandler.DefaultErrorHandler");
                Log pipeline = new Log("io.github.camelleadiq.routes.pipeline.PipelineBean")) {
            context.addRoutes(enrichment);
            context.start();

            assertThat(log.lines()).anyMatch(line -> line.contains("Salesforce cannot be asked now"));
            assertThat(enrichment.concerns()).singleElement().asString().contains("check loginUrl");
            // the pipeline has asked as well, and says so itself
            await().atMost(LONG)
                    .until(() -> pipeline.lines().stream().anyMatch(line -> line.contains("cannot be described yet")));
            assertThat(camel.lines()).isEmpty();
        }
        salesforce.faults().clear();
        String id = lead();

        await().atMost(LONG).until(() -> title(id) != null);
    }

    @Test
    void anObjectWithoutAProfileIsRefused() {
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.setObjects("Leed");

        assertThatThrownBy(() -> context.addRoutes(enrichment)).hasMessageContaining("the object Leed: name one of");
    }

    @Test
    void aParameterThatNoTemplateTakesIsRefused() {
        SalesforceEnrichment enrichment = enrichment("live");
        enrichment.getParameters().put("polDelay", "1");

        assertThatThrownBy(() -> context.addRoutes(enrichment)).hasMessageContaining("polDelay");
    }

    /** What the bean says, or somebody else. */
    private static final class Log implements AutoCloseable {
        private final Logger logger;
        private final Level level;
        private final ListAppender<ILoggingEvent> events = new ListAppender<>();

        Log() {
            this(SalesforceEnrichment.class.getName());
        }

        Log(String name) {
            logger = (Logger) LoggerFactory.getLogger(name);
            level = logger.getLevel();
            logger.setLevel(Level.INFO);
            events.start();
            logger.addAppender(events);
        }

        List<String> lines() {
            return events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        }

        @Override
        public void close() {
            logger.detachAppender(events);
            logger.setLevel(level);
        }
    }
}

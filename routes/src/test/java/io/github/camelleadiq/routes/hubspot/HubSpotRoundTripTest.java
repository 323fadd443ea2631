/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.pipeline.LeadIQRoutes;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.hubspot.HubSpotSimulator;
import io.github.camelleadiq.simulator.hubspot.PortalProperty;
import io.github.camelleadiq.simulator.hubspot.WebhookTarget;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a webhook to the values that HubSpot gets back, with its ends as they are shipped. */
class HubSpotRoundTripTest {
    private static final String SECRET = "a-secret-of-a-test";

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private HubSpotSimulator hubSpot;
    private VertxPlatformHttpServer server;
    private H2State h2;
    private EnrichmentState state;

    @BeforeEach
    void open() {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
    }

    @AfterEach
    void stop() {
        camel.stop();
        if (hubSpot != null) {
            assertThat(hubSpot.contractErrors()).isEmpty();
            hubSpot.close();
        }
        h2.close();
    }

    private void start(String version) throws Exception {
        hubSpot = HubSpotSimulator.builder().apiVersion(version).start();
        for (String object : List.of("contacts", "companies")) {
            hubSpot.define(object, PortalProperty.of("leadiq_id", PortalProperty.Type.STRING));
            hubSpot.define(object, PortalProperty.of("leadiq_enriched_at", PortalProperty.Type.DATETIME));
            hubSpot.define(object, PortalProperty.of("leadiq_status", PortalProperty.Type.STRING));
        }
        HubSpotConnection connection = new HubSpotConnection();
        connection.setCamelContext(camel);
        connection.setBaseUrl(hubSpot.url().toString());
        connection.setApiVersion(version);
        connection.setRequestsPerTenSeconds(10_000);
        connection.setClientId(HubSpotSimulator.CLIENT_ID);
        connection.setClientSecret(HubSpotSimulator.CLIENT_SECRET);
        connection.setRefreshToken(HubSpotSimulator.REFRESH_TOKEN);
        camel.getRegistry().bind("hubspot", connection);
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setUrl(leadIQ.url().toString());
        component.getConfiguration().setRequestsPerMinute(100_000);
        camel.addComponent("leadiq", component);
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
        camel.addService(server);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "classpath:camel/leadiq-hubspot.yaml"));
        LeadIQRoutes routes = LeadIQRoutes.of(state)
                .crm("direct:leadiq-hubspot-read", "direct:leadiq-hubspot-write", "direct:leadiq-hubspot-describe")
                .profile("hubspot/contact")
                .profile("hubspot/company")
                .parameter("clientId", "leadiq")
                .parameter("pollDelay", "20")
                .parameter("maxDelay", "0")
                .parameter("retryDelay", "50ms")
                .parameter("outagePause", "100ms");
        routes.addTo(camel);
        for (String end : List.of("read", "write", "describe")) {
            TemplatedRouteBuilder.builder(camel, "leadiq-hubspot-" + end).add();
        }
        TemplatedRouteBuilder.builder(camel, "leadiq-hubspot-webhook")
                .parameter("publicUri", "https://hooks.example.com/hubspot")
                .parameter("clientSecret", SECRET)
                .parameter("portalId", String.valueOf(HubSpotSimulator.PORTAL_ID))
                .parameter("ownSources", String.valueOf(HubSpotSimulator.APP_ID))
                .parameter("changesUri", routes.changesUri())
                .parameter("state", routes.stateName())
                .add();
        camel.start();
    }

    private void subscribe(WebhookTarget.Format format) {
        hubSpot.webhooks()
                .subscribe(new WebhookTarget(
                                URI.create(
                                        "http://127.0.0.1:" + server.getServer().actualPort() + "/hubspot/webhook"),
                                SECRET,
                                format)
                        .publicUrl(URI.create("https://hooks.example.com/hubspot")));
    }

    @ParameterizedTest
    @CsvSource({"2026-09,GENERIC", "v3,CLASSIC"})
    void aContactThatIsCreatedIsFilled(String version, WebhookTarget.Format format) throws Exception {
        start(version);
        String company = hubSpot.seed("companies", Map.of("name", "Acme", "domain", "acme.example"));
        subscribe(format);
        String ada = hubSpot.create("contacts", Map.of("firstname", "Ada", "lastname", "Example"));
        hubSpot.associate(ada, company);

        await().until(() -> hubSpot.record("contacts", ada).get("leadiq_status") != null);

        Map<String, String> filled = hubSpot.record("contacts", ada);
        assertThat(filled).containsKeys("email", "jobtitle", "hs_linkedin_url", "leadiq_id", "leadiq_enriched_at");
        assertThat(filled).containsEntry("firstname", "Ada").doesNotContainKey("lifecyclestage");
        // our own writes come back as events, and are known
        await().until(() -> hubSpot.webhooks().undelivered() == 0);
        await().until(() -> state.log().outcomes("stream:crm-contacts").containsKey(Outcome.WRITTEN));
        assertThat(hubSpot.writes().stream()
                        .filter(write -> write.sourceId().equals(String.valueOf(HubSpotSimulator.APP_ID))))
                .hasSize(1);
        assertThat(leadIQ.requests().stream().filter(request -> !request.introspection()))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(hubSpot.tokensGranted()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09", "v3"})
    void threeBadOnesOfAHundredAreNamedAndTheOthersWritten(String version) throws Exception {
        start(version);
        List<CrmPatch> patches = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            String id = hubSpot.seed("contacts", Map.of("lastname", "Example" + i));
            boolean isBad = i % 100 == 17 || i % 100 == 18 || i % 100 == 99;
            String field = isBad ? "hs_lead_status" : "jobtitle";
            patches.add(new CrmPatch(
                    "contacts",
                    id,
                    List.of(new FieldChange(field, null, "No such option", "person.title", null)),
                    Map.of()));
        }

        List<WriteOutcome> outcomes = outcomes(patches);

        assertThat(outcomes)
                .extracting(WriteOutcome::recordId)
                .containsExactlyElementsOf(
                        patches.stream().map(CrmPatch::recordId).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            boolean isBad = i % 100 == 17 || i % 100 == 18 || i % 100 == 99;
            assertThat(outcomes.get(i).status())
                    .as("%s", outcomes.get(i))
                    .isEqualTo(isBad ? WriteOutcome.Status.INVALID : WriteOutcome.Status.WRITTEN);
        }
        assertThat(hubSpot.writes()).hasSize(250 - 8);
        assertThat(outcomes.toString()).doesNotContain("No such option");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09", "v3"})
    void aPropertyThatIsDeletedMeanwhileKeepsOnlyItsOwnRecordsFromBeingWritten(String version) throws Exception {
        start(version);
        List<CrmPatch> patches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String id = hubSpot.seed("contacts", Map.of("lastname", "Example" + i));
            patches.add(new CrmPatch(
                    "contacts",
                    id,
                    List.of(new FieldChange(i == 7 ? "city" : "jobtitle", null, "Anytown", "person.city", null)),
                    Map.of()));
        }
        hubSpot.removeProperty("contacts", "city");

        List<WriteOutcome> outcomes = outcomes(patches);

        assertThat(outcomes.get(7).status()).isEqualTo(WriteOutcome.Status.INVALID);
        assertThat(hubSpot.writes()).hasSize(19);
    }

    private List<WriteOutcome> outcomes(List<CrmPatch> patches) {
        List<?> outcomes =
                camel.createProducerTemplate().requestBody("direct:leadiq-hubspot-write", patches, List.class);
        return outcomes.stream().map(WriteOutcome.class::cast).toList();
    }
}

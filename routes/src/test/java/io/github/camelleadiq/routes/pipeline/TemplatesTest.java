/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The route templates, and what else is up to their users. */
class TemplatesTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();

    @Test
    void takeYamlOnlyAndAStepOfOnesOwn() throws Exception {
        AtomicInteger matched = new AtomicInteger();
        MatchStep match = new MatchStep();
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory)) {
            pipeline.context.getRegistry().bind("leadiqState", pipeline.state);
            pipeline.context.getRegistry().bind("leadProfile", PipelineFixture.LEAD);
            pipeline.context.getRegistry().bind("ownMatch", (Step) batch -> {
                matched.addAndGet(batch.items().size());
                return match.apply(batch);
            });
            for (String file : List.of("camel/leadiq-enrich.yaml", "pipeline-in-yaml.yaml")) {
                PluginHelper.getRoutesLoader(pipeline.context)
                        .loadRoutes(ResourceHelper.resolveMandatoryResource(pipeline.context, "classpath:" + file));
            }
            pipeline.context.start();
            pipeline.crm.lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example");

            pipeline.context
                    .createProducerTemplate()
                    .requestBody(
                            "direct:leadiq-changes-lead",
                            List.of(PipelineFixture.event(ChangeKind.CREATE, null, Set.of(), "00Q1")));
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Email")).isEqualTo("ada.example@acme.example");
            assertThat(matched).hasValue(1);
        }
    }

    @Test
    void takeChangesOrRuns() {
        PipelineBean pipeline = new PipelineBean();
        pipeline.setTakes("runs");
        assertThatThrownBy(() -> pipeline.setTakes("windows"))
                .hasMessage("takes must be changes or runs, and not windows");
    }

    @Test
    void previewForFreeSavesWhatLeadIQDoesNotHave() throws Exception {
        var profile = Fixtures.profile(
                """
                mapping:
                  Email: person.email.work
                  Phone: person.phone.direct
                minConfidence: 0.6
                preview: true
                """);
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start(profile, routes -> routes)) {
            pipeline.crm
                    .lead("00Q1", "FirstName", "Noemail Nophone", "LastName", "Example", "Website", "acme.example")
                    .lead("00Q2", "FirstName", "Nophone", "LastName", "Example", "Website", "acme.example");

            pipeline.change("00Q1", "00Q2");
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q2", "Email")).isNotNull();
            assertThat(pipeline.spent()).isEqualByComparingTo("1");
        }
    }

    @Test
    void companiesAreLookedUpAsCompanies() throws Exception {
        var company = ProfileReader.read(
                "company.yaml",
                """
                object: Lead
                kind: company
                identifiers:
                  companyName: Company
                  domain: Website
                mapping:
                  NumberOfEmployees: company.employees
                  Industry: company.industry
                minConfidence: 0.5
                """);
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start(company, routes -> routes)) {
            pipeline.crm.lead("00Q1", "Company", "Acme", "Website", "acme.example");

            pipeline.change("00Q1");
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Industry")).isNotNull();
            assertThat(pipeline.spent()).isEqualByComparingTo("3");
        }
    }

    @Test
    void theBudgetOfAProfileIsNotExceeded() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory)
                .start(withBudget("3"), routes -> routes.parameter("creditsPause", "1h"))) {
            threeLeads(pipeline);

            pipeline.change("00Q1", "00Q2", "00Q3");
            await().until(() -> pipeline.count(EventState.DONE) == 2);

            // two people can answer to a name: the credit that is left does not suffice for that
            assertThat(pipeline.count(EventState.PENDING)).isEqualTo(1);
            assertThat(pipeline.spent()).isEqualByComparingTo("2");
        }
    }

    @Test
    void aRunPausesAtTheBudgetOfItsProfile() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory)
                .start(withBudget("3"), routes -> routes.parameter("creditsPause", "1h"))) {
            threeLeads(pipeline);

            assertThat(pipeline.page("run-1", "00Q1", "00Q2", "00Q3").postponed())
                    .isEqualTo(1);
            assertThat(pipeline.state("run-1")).isEqualTo(RunState.PAUSED);
            assertThat(pipeline.page("run-1").postponed()).isEqualTo(1);
            assertThat(pipeline.state("run-1")).isEqualTo(RunState.PAUSED);
            assertThat(pipeline.spent()).isEqualByComparingTo("2");

            // another run has a budget of its own, and nothing pauses for this one's
            assertThat(pipeline.page("run-2", "00Q3").postponed()).isZero();
            assertThat(pipeline.state("run-2")).isEqualTo(RunState.RUNNING);
        }
    }

    private static EnrichmentProfile withBudget(String credits) {
        return Fixtures.profile(
                """
                mapping:
                  Email: person.email.work
                minConfidence: 0.6
                budget: %s
                """
                        .formatted(credits));
    }

    private static void threeLeads(PipelineFixture pipeline) {
        pipeline.crm
                .lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example")
                .lead("00Q2", "FirstName", "Bob", "LastName", "Example", "Website", "acme.example")
                .lead("00Q3", "FirstName", "Cleo", "LastName", "Example", "Website", "acme.example");
    }
}

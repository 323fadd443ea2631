/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.client.credit.PriceList;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.SimulatedRequest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run is expected to cost, what it may, and what it does. */
class PriceTest {
    private static final EnrichmentProfile EMAIL = Fixtures.profile(
            """
            mapping:
              Email: person.email.work
            minConfidence: 0.6
            """);
    private static final EnrichmentProfile ALL = Fixtures.profile(
            """
            mapping:
              Email: person.email.work
              MobilePhone: person.phone.mobile
              Title: person.title
              Industry: company.industry
            minConfidence: 0.6
            """);
    private static final EnrichmentProfile COMPANY = company("Industry: company.industry");

    @TempDir
    Path directory;

    private LeadIQSimulator leadIQ = LeadIQSimulator.builder().start();

    static EnrichmentProfile company(String mapping) {
        return ProfileReader.read(
                "company.yaml",
                """
                object: Lead
                kind: company
                identifiers:
                  companyName: Company
                  domain: Website
                mapping:
                  %s
                """
                        .formatted(mapping));
    }

    @AfterEach
    void stop() {
        leadIQ.close();
    }

    private PipelineFixture start(EnrichmentProfile profile, Mode mode, Consumer<LeadIQConfiguration> options)
            throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory);
        options.accept(
                pipeline.context.getComponent("leadiq", LeadIQComponent.class).getConfiguration());
        return pipeline.start(profile, routes -> routes.mode(mode).parameter("samples", "0"));
    }

    private static EnrichmentSummary page(PipelineFixture pipeline) {
        return capped(pipeline, null);
    }

    /** All records as a run that may cost so much. */
    private static EnrichmentSummary capped(PipelineFixture pipeline, String creditCap) {
        return pipeline.cappedPage(
                "run",
                creditCap,
                pipeline.crm.records.keySet().stream().sorted().toArray(String[]::new));
    }

    /** Goes on with the run, which may cost so much in all. */
    private static EnrichmentSummary raised(PipelineFixture pipeline, String creditCap) {
        assertThat(pipeline.state("run")).isEqualTo(RunState.PAUSED);
        EnrichmentSummary summary = pipeline.cappedPage("run", creditCap);
        assertThat(pipeline.state("run")).isEqualTo(RunState.RUNNING);
        return summary;
    }

    /** Sixty people with five past employers each, at twenty companies. */
    private static void veterans(PipelineFixture pipeline) {
        IntStream.range(0, 60)
                .forEach(number -> pipeline.crm.lead(
                        "00Q%03d".formatted(number),
                        "FirstName",
                        "Ada",
                        "LastName",
                        "Veteran" + number,
                        "Company",
                        "Company" + number % 20,
                        "Website",
                        number % 3 == 0 ? "https://www.company%d.example/".formatted(number % 20) : ""));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theEstimateIsTheBillWhateverEmployersPeopleHaveBehindThem(Dialect dialect) throws Exception {
        leadIQ.close();
        leadIQ = LeadIQSimulator.builder().dialect(dialect).start();
        BigDecimal estimated;
        try (PipelineFixture pipeline = start(ALL, Mode.DRY_RUN, options -> {})) {
            veterans(pipeline);
            estimated = page(pipeline).estimatedCredits();
            // a page that comes again is estimated the same
            assertThat(page(pipeline).estimatedCredits()).isEqualByComparingTo(estimated);
            assertThat(leadIQ.requestCount()).isZero();
        }
        try (PipelineFixture pipeline = start(ALL, Mode.LIVE, options -> {})) {
            veterans(pipeline);
            EnrichmentSummary summary = page(pipeline);
            // sixty emails and phones, twenty companies, no past employer
            assertThat(pipeline.spent()).isEqualByComparingTo("720");
            assertThat(summary.credits()).isEqualByComparingTo("720");
            assertThat(summary.counts().written()).isEqualTo(60);
        }
        assertThat(leadIQ.requests())
                .filteredOn(request -> !request.introspection())
                .extracting(SimulatedRequest::document)
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document).contains("pastPositions", "industry"));
        assertThat(estimated).isBetween(new BigDecimal("705.6"), new BigDecimal("734.4"));
    }

    @Test
    void theFreePreviewMakesTheEstimateKnowWhoIsThere() throws Exception {
        try (PipelineFixture pipeline = start(ALL, Mode.PREVIEW, options -> {})) {
            pipeline.crm
                    .lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example")
                    .lead("00Q2", "FirstName", "Nobody", "LastName", "Example", "Website", "acme.example")
                    .lead("00Q3", "FirstName", "Bob", "LastName", "Nophone", "Website", "globex.example");
            EnrichmentSummary summary = page(pipeline);

            // 14 for the first; email and company for the last
            assertThat(summary.estimatedCredits()).isEqualByComparingTo("18");
            assertThat(summary.diffs()).hasSize(3);
            assertThat(pipeline.spent()).isZero();
            assertThat(pipeline.crm.writes).isEmpty();
        }
        // nothing of that keeps a later run from looking them up
        try (PipelineFixture pipeline = start(ALL, Mode.LIVE, options -> {})) {
            pipeline.crm.lead("00Q2", "FirstName", "Nobody", "LastName", "Example", "Website", "acme.example");
            assertThat(page(pipeline).counts().lookedUp()).isEqualTo(1);
        }
    }

    @Test
    void aCompanyKnownByItsNameCanBeTenCompanies() throws Exception {
        try (PipelineFixture pipeline = start(COMPANY, Mode.LIVE, options -> {})) {
            pipeline.crm.lead("00Q1", "Company", "Several Examples");

            assertThat(capped(pipeline, "29.9").postponed()).isEqualTo(1);
            assertThat(pipeline.spent()).isZero();
            assertThat(raised(pipeline, "30").postponed()).isZero();
            assertThat(pipeline.spent()).isEqualByComparingTo("30");
        }
    }

    @Test
    void whatIsLeftIsSpentOnTheNextRecords() throws Exception {
        try (PipelineFixture pipeline = start(COMPANY, Mode.LIVE, options -> {})) {
            IntStream.range(0, 12)
                    .forEach(number ->
                            pipeline.crm.lead("00Q%02d".formatted(number), "Company", "Company%d".formatted(number)));

            // each can cost thirty, and costs three
            assertThat(capped(pipeline, "60").postponed()).isEqualTo(1);
            assertThat(pipeline.state("run")).isEqualTo(RunState.PAUSED);
            assertThat(pipeline.spent()).isEqualByComparingTo("33");
        }
    }

    @Test
    void capsAreHeldAtThePricesThatTheComponentHas() throws Exception {
        try (PipelineFixture pipeline =
                start(EMAIL, Mode.LIVE, options -> options.setCreditPrices(PriceList.parse("email=2")))) {
            pipeline.crm.lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example");

            // two people can answer to a name
            assertThat(capped(pipeline, "3.9").postponed()).isEqualTo(1);
            EnrichmentSummary summary = raised(pipeline, "4");
            assertThat(summary.postponed()).isZero();
            assertThat(summary.credits()).isEqualByComparingTo("2");
            assertThat(summary.estimatedCredits()).isEqualByComparingTo("2");
        }
    }

    @Test
    void capsAreHeldAtThePricesThatTheContractHas() throws Exception {
        try (PipelineFixture pipeline = start(EMAIL, Mode.LIVE, options -> {
            options.setCreditPrices(PriceList.parse("email=0.2"));
            options.setCreditPricesRefresh(true);
        })) {
            pipeline.crm.lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example");

            // the very first record waits for the account's word
            assertThat(capped(pipeline, "1.9").postponed()).isEqualTo(1);
            assertThat(pipeline.spent()).isZero();
            assertThat(raised(pipeline, "2").postponed()).isZero();
            assertThat(pipeline.spent()).isEqualByComparingTo("1");
        }
    }

    @Test
    void aRouteOfOnesOwnIsEstimatedByTheComponent() throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory);
        pipeline.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:people").to("leadiq:searchPeople");
            }
        });
        try (pipeline) {
            pipeline.start(EMAIL, routes -> routes.parameter("leadiqPeopleUri", "direct:people"));
            pipeline.crm.lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example");

            assertThat(capped(pipeline, "1.9").postponed()).isEqualTo(1);
            assertThat(raised(pipeline, "2").postponed()).isZero();
            assertThat(pipeline.spent()).isEqualByComparingTo("1");
        }
    }

    @Test
    void amountsInAnotherCurrencyAreNotBought() throws Exception {
        String revenue = "AnnualRevenue: company.revenue";
        try (PipelineFixture pipeline = start(company(revenue + "\ncurrency: EUR"), Mode.LIVE, options -> {})) {
            pipeline.crm.lead("00Q1", "Company", "Acme", "Website", "acme.example");
            assertThat(page(pipeline).counts().planned()).isZero();
            assertThat(leadIQ.requestCount()).isZero();
        }
        try (PipelineFixture pipeline = start(company(revenue), Mode.LIVE, options -> {})) {
            pipeline.crm.lead("00Q1", "Company", "Acme", "Website", "acme.example");
            page(pipeline);
            assertThat(pipeline.crm.value("00Q1", "AnnualRevenue")).isNotNull();
            assertThat(pipeline.spent()).isEqualByComparingTo("3");
        }
    }
}

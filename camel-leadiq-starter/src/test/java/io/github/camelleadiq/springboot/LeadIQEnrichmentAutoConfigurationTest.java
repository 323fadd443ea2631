/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.SalesforceEnrichment;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** All that Boot configures of itself, with the routes on the class path, between the two simulators. */
class LeadIQEnrichmentAutoConfigurationTest {

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    private final SalesforceSimulator salesforce = SALESFORCE.simulator();

    private final ApplicationContextRunner boot = new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues(
                    "camel.component.leadiq.url=" + LEADIQ.simulator().url(),
                    "camel.component.leadiq.api-key=" + LeadIQSimulator.DEMO_KEY,
                    "camel.component.leadiq.requests-per-minute=0",
                    // as docs/spring-boot.md has it: H2 is here for the file of the state
                    "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration");

    @TempDir
    Path directory;

    private ApplicationContextRunner enrichment() {
        return boot.withPropertyValues(
                "leadiq.enrichment.login-url=" + salesforce.url(),
                "leadiq.enrichment.client-id=" + SalesforceSimulator.CLIENT_ID,
                "leadiq.enrichment.client-secret=" + SalesforceSimulator.CLIENT_SECRET,
                "leadiq.enrichment.objects[0]=Lead",
                "leadiq.enrichment.state-file=" + directory.resolve("state"),
                "leadiq.enrichment.parameters.pollDelay=100",
                "leadiq.enrichment.parameters.maxDelay=0",
                "leadiq.enrichment.parameters.check=200",
                "leadiq.enrichment.parameters.settle=500ms",
                "leadiq.enrichment.parameters.initialReplayId=-2");
    }

    @Test
    void enrichesWhatChanges() {
        enrichment().withPropertyValues("leadiq.enrichment.mode=live").run(context -> {
            assertThat(context).hasNotFailed();
            String id = salesforce.create(
                    "Lead",
                    Map.of("FirstName", "Ada", "LastName", "Sample", "Company", "Acme", "Website", "acme.example"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> salesforce.record("Lead", id).get("Title") != null);
        });
    }

    @Test
    void theStateGoesWhereTheApplicationSays() {
        JdbcDataSource pool = new JdbcDataSource();
        pool.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        enrichment()
                .withBean("pool", DataSource.class, () -> pool)
                .withPropertyValues("leadiq.enrichment.data-source=#bean:pool", "leadiq.enrichment.changes=false")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    try (Connection connection = pool.getConnection();
                            ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "LEADIQ_%", null)) {
                        assertThat(tables.next()).as("tables of the state").isTrue();
                    }
                    assertThat(directory).isEmptyDirectory();
                });
    }

    @Test
    void isNotThereUntilAskedFor() {
        boot.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SalesforceEnrichment.class));
        enrichment()
                .withPropertyValues("leadiq.enrichment.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SalesforceEnrichment.class));
        enrichment()
                .withClassLoader(new FilteredClassLoader(SalesforceEnrichment.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("salesforceEnrichment"));
    }

    @Test
    void aMistypedOptionIsRefusedWithoutItsValue() {
        boot.withPropertyValues("leadiq.enrichment.client-secrett=invented-secret")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .hasStackTraceContaining("leadiq.enrichment.client-secrett is not an option;"
                                    + " did you mean client-secret?");
                    assertThat(context.getStartupFailure().toString()).doesNotContain("invented-secret");
                });
    }

    @Test
    void whatIsWrongIsToldBeforeItStarts() {
        enrichment().withPropertyValues("leadiq.enrichment.client-secret=wrong").run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = new PreflightFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            // a line, and no stack trace
            assertThat(analysis.getDescription().lines()).hasSize(1);
            assertThat(analysis.getDescription()).contains("ecret").doesNotContain("wrong");
        });
        assertThat(SpringFactoriesLoader.loadFactoryNames(FailureAnalyzer.class, null))
                .contains(PreflightFailureAnalyzer.class.getName());
    }
}

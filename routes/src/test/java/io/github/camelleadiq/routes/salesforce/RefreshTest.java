/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Refreshes day by day. */
class RefreshTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    @TempDir
    Path directory;

    private Instant now = Instant.parse("2026-03-01T04:00:00Z");
    private H2State h2;
    private EnrichmentState state;
    private RunWorker worker;
    private Salesforce salesforce;

    @BeforeEach
    void open() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
        salesforce = new Salesforce(SALESFORCE.simulator());
        worker = new RunWorker(state);
        salesforce.start();
    }

    @AfterEach
    void close() {
        worker.close();
        salesforce.close();
        h2.close();
    }

    @Test
    void theCapHoldsForEachDay() {
        List<String> ids = salesforce.leads(5);
        SalesforceRefresh refresh = refresh("Company = 'Acme'");
        // each can cost two, and costs one
        refresh.setCreditCap("3");

        assertThat(refresh.run().state()).isEqualTo(RunState.PAUSED);
        assertThat(worker.found()).hasSize(2);
        now = now.plus(Duration.ofDays(1));
        assertThat(refresh.run().state()).isEqualTo(RunState.PAUSED);
        assertThat(worker.found()).hasSize(4);
        now = now.plus(Duration.ofDays(1));
        assertThat(refresh.run().state()).isEqualTo(RunState.DONE);
        assertThat(worker.found()).containsExactlyElementsOf(ids);
        now = now.plus(Duration.ofDays(1));
        refresh.run();
        assertThat(state.runs().list()).hasSize(2);
    }

    @Test
    void aCorrectedConditionBeginsANewRun() {
        List<String> ids = salesforce.leads(3);
        assertThat(catchThrowable(refresh("Nope__c = 1")::run)).isInstanceOf(SalesforceCallException.class);

        now = now.plus(Duration.ofDays(1));
        Run run = refresh("Company = 'Acme'").run();

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(worker.found()).containsExactlyElementsOf(ids);
    }

    @Test
    void refreshesWhoseNamesBeginAlikeLeaveEachOtherAlone() {
        salesforce.leads(300);
        SalesforceRefresh others = refresh("Company = 'Acme'");
        others.setRunId("refresh-eu");
        others.setCreditCap("1");
        others.run();

        now = now.plus(Duration.ofDays(1));
        assertThat(refresh("Company = 'Acme'").run().state()).isEqualTo(RunState.DONE);

        assertThat(state.runs().list()).extracting(Run::state).containsExactly(RunState.DONE, RunState.PAUSED);
    }

    private SalesforceRefresh refresh(String where) {
        SalesforceRefresh refresh = new SalesforceRefresh(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
        refresh.setCamelContext(salesforce.camel);
        refresh.setState(state);
        refresh.setRunId("refresh");
        refresh.setObject("Lead");
        refresh.setStampField("LeadIQ_Enriched_At__c");
        refresh.setWhere(where);
        refresh.setAttempts(1);
        refresh.setWindow(200);
        return refresh;
    }
}

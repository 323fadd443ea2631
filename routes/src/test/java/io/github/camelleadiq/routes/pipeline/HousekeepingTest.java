/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.LoggedEntry;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The state does not grow for ever. */
class HousekeepingTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();

    @Test
    void whatIsOldIsRemovedAndEventsAreStillKnown() throws Exception {
        try (PipelineFixture pipeline = start(routes -> routes.housekeeping("eventAge", "10ms")
                .housekeeping("ownWriteAge", "10ms")
                .housekeeping("logAge", "10ms"))) {
            ChangeEvent event = PipelineFixture.event(ChangeKind.CREATE, null, Set.of(), "00Q1");
            pipeline.send(List.of(event));

            await().until(() -> pipeline.crm.value("00Q1", "Email") != null);
            await().until(() -> pipeline.count(EventState.PENDING)
                            + pipeline.count(EventState.LEASED)
                            + pipeline.count(EventState.DONE)
                    == 0);
            await().until(() -> pipeline.state.log().ofRecord("Lead", "00Q1").isEmpty());
            await().until(() -> pipeline.state.ownWrites().last("Lead", "00Q1").isEmpty());
            assertThat(pipeline.send(List.of(event))).isZero();
        }
    }

    @Test
    void valuesCanGoBeforeTheirEntries() throws Exception {
        try (PipelineFixture pipeline = start(routes -> routes.housekeeping("valueAge", "10ms"))) {
            pipeline.change("00Q1");
            pipeline.awaitSettled();

            await().untilAsserted(() -> assertThat(pipeline.state.log().ofRecord("Lead", "00Q1").stream()
                            .map(LoggedEntry::entry))
                    .isNotEmpty()
                    .allMatch(entry -> entry.newValue() == null)
                    .extracting(LogEntry::field)
                    .contains("Email"));
        }
    }

    private PipelineFixture start(UnaryOperator<LeadIQRoutes> more) throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory);
        pipeline.crm.lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example");
        return pipeline.start(
                PipelineFixture.LEAD,
                routes -> more.apply(routes.housekeeping("period", "50").housekeeping("delay", "0")));
    }
}

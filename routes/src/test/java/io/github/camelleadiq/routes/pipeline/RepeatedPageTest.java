/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.core.WriteOutcome.Status;
import io.github.camelleadiq.routes.state.DeadLetter;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A page of the same run again, long after the first. */
class RepeatedPageTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();

    @Test
    void aLockedRecordIsTriedAgainEachTime() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory)
                .start(PipelineFixture.LEAD, routes -> routes.parameter("maxAttempts", "2"))) {
            pipeline.crm.lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example");
            pipeline.crm.answer =
                    patch -> new WriteOutcome(patch.recordId(), Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", "locked");

            assertThat(page(pipeline).postponed()).isEqualTo(1);
            pipeline.awaitSettled();
            List<Long> dead = pipeline.state.deadLetters().list(0, 10).stream()
                    .map(DeadLetter::id)
                    .toList();
            assertThat(dead).hasSize(1);
            pipeline.state.deadLetters().discard(dead);

            AtomicInteger locked = new AtomicInteger(1);
            pipeline.crm.answer = patch -> locked.getAndDecrement() > 0
                    ? new WriteOutcome(patch.recordId(), Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", "locked")
                    : null;
            assertThat(page(pipeline).postponed()).isEqualTo(1);
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Email")).isNotNull();
        }
    }

    private static EnrichmentSummary page(PipelineFixture pipeline) {
        return pipeline.context
                .createProducerTemplate()
                .requestBodyAndHeader(
                        pipeline.routes.recordsUri("Lead"),
                        List.of(pipeline.crm.found("00Q1")),
                        RoutesConstants.RUN_ID,
                        "always-the-same",
                        EnrichmentSummary.class);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.StoredEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Batches for steps on their own. */
final class TestBatches {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private TestBatches() {}

    /** A lead that was claimed as a part of a run, and read. */
    static Batch ofRun(PipelineContext setup, String runId, BigDecimal creditsLeft, CrmRecord lead) {
        EnrichmentState state = setup.state();
        Run run = state.runs().startOrResume(runId, "Lead", null);
        state.runs().hold(runId, runId, MINUTE);
        state.runs().offer(run, runId, lead.id(), List.of(lead.id()));
        StoredEvent event = state.inbox().claimOfRuns("Lead", 1, MINUTE, runId).get(0);
        RecordContext item = RecordContext.of(
                        lead.id(), new Trigger(event.event(), Set.of(event.id()), event.attempts()))
                .with(lead);
        return new Batch(
                setup,
                runId,
                UUID.randomUUID().toString(),
                runId,
                true,
                creditsLeft,
                setup.clock().instant(),
                new AtomicReference<>(),
                List.of(item));
    }
}

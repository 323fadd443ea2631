/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.CrmRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Batches of records that somebody else has read, with all that the profile needs or without. */
final class RunBatches {
    private RunBatches() {}

    static Batch batch(PipelineContext setup, String runId, BigDecimal creditsLeft, List<CrmRecord> records) {
        Instant now = setup.clock().instant();
        Map<String, RecordContext> items = new LinkedHashMap<>();
        for (CrmRecord crmRecord : records) {
            items.putIfAbsent(
                    crmRecord.id(),
                    RecordContext.of(
                                    crmRecord.id(),
                                    new Trigger(
                                            ChangeEvent.due(runId, crmRecord.objectType(), crmRecord.id(), now),
                                            Set.of(),
                                            1))
                            .with(crmRecord));
        }
        return new Batch(
                setup, runId, UUID.randomUUID().toString(), null, creditsLeft, now, List.copyOf(items.values()));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.merge.Merger;
import java.time.Instant;

/** Decides what of the match is written to the record, and remembers by what it was looked up. */
public final class MergeStep implements Step {
    @Override
    public Batch apply(Batch batch) {
        if (batch.open().findAny().isEmpty()) {
            return batch;
        }
        PipelineContext setup = batch.setup();
        ObjectDescribe describe = setup.crm().describe(setup.profile().object());
        Instant now = setup.clock().instant();
        LookupFingerprints.remember(batch);
        return batch.eachOpen(item ->
                item.with(Merger.merge(item.crmRecord(), setup.profile(), item.plan(), item.match(), describe, now)));
    }
}

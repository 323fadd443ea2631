/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.match.Matcher;

/** Decides which of the candidates, if any, the record means. */
public final class MatchStep implements Step {
    @Override
    public Batch apply(Batch batch) {
        PipelineContext setup = batch.setup();
        return batch.eachOpen(item -> item.with(Matcher.match(item.crmRecord(), setup.profile(), item.candidates())));
    }
}

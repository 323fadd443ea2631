/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.state.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets through what the mode lets spend: everything, a few samples, or nothing. With samples the free preview is asked about
 * the other people, so that the estimate knows who is there.
 */
public final class ModeStep implements Step {
    @Override
    public Batch apply(Batch batch) {
        PipelineContext setup = batch.setup();
        if (setup.mode() == Mode.LIVE) {
            return batch;
        }
        Set<String> samples = new HashSet<>();
        batch.open()
                .filter(item -> setup.mode().spends() && takeSample(setup))
                .forEach(item -> samples.add(item.recordId()));
        Previews previewed = setup.mode().spends()
                ? Previews.ask(
                        batch,
                        item -> samples.contains(item.recordId())
                                ? List.of()
                                : Planner.previews(item.crmRecord(), setup.profile()))
                : new Previews(batch, Set.of());
        Set<String> others = batch.open()
                .map(RecordContext::recordId)
                .filter(id -> !samples.contains(id))
                .collect(Collectors.toSet());
        // whatever the preview says: no one has been looked up, and the next run is to do it
        return batch.with(previewed.batch().items().stream()
                .map(item -> others.contains(item.recordId()) ? planned(item, previewed.unknown()) : item)
                .toList());
    }

    private static RecordContext planned(RecordContext item, Set<String> unknown) {
        return (unknown.contains(item.recordId()) ? item.with(item.plan().withNothingToGain()) : item)
                .with(new Disposition.Done(Outcome.DRY_RUN, null));
    }

    private static boolean takeSample(PipelineContext setup) {
        return setup.samplesLeft().getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.Outcome;

/** Lets through what the mode lets spend: everything, a few samples, or nothing. */
public final class ModeStep implements Step {
    @Override
    public Batch apply(Batch batch) {
        Setup setup = batch.setup();
        return setup.mode() == Mode.LIVE
                ? batch
                : batch.eachOpen(item -> setup.mode().spends() && takeSample(setup)
                        ? item
                        : item.with(new Fate.Done(Outcome.DRY_RUN, null)));
    }

    private static boolean takeSample(Setup setup) {
        return setup.samplesLeft().getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}

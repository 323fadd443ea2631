/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

/** Asks for free what LeadIQ has, where the profile wants that, and buys only what may be there. */
public final class PreviewStep implements Step {
    @Override
    public Batch apply(Batch batch) {
        return Previews.ask(batch, item -> item.plan().previews()).batch();
    }
}

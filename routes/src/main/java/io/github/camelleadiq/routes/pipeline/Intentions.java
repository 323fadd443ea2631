/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.state.OwnWrite;
import java.util.List;
import java.util.stream.Stream;

/** Remembers what is about to be written, so that our own changes are known when they come back. */
final class Intentions {
    private Intentions() {}

    static void remember(Batch batch, List<Item> items) {
        Setup setup = batch.setup();
        List<OwnWrite> writes = items.stream()
                .flatMap(item -> writes(item.merged().patch()))
                .toList();
        setup.state().ownWrites().intend(writes, setup.clock().instant());
    }

    static Stream<OwnWrite> writes(CrmPatch patch) {
        Stream<OwnWrite> changes = patch.changes().stream()
                .map(change -> OwnWrite.of(patch.objectType(), patch.recordId(), change.field(), change.after()));
        Stream<OwnWrite> stamps = patch.stamps().entrySet().stream()
                .map(stamp -> OwnWrite.of(patch.objectType(), patch.recordId(), stamp.getKey(), stamp.getValue()));
        return Stream.concat(changes, stamps);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.EventState;
import java.util.Map;

/** What the inbox of the shipped routes holds. */
final class Inbox {

    private Inbox() {}

    /** Events that are not settled yet. */
    static long waiting(EnrichmentState state) {
        Map<EventState, Long> counts = state.inbox().counts();
        return counts.getOrDefault(EventState.PENDING, 0L) + counts.getOrDefault(EventState.LEASED, 0L);
    }
}

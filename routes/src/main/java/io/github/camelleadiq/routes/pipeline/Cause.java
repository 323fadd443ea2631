/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Why we look at a record.
 *
 * @param event what happened to it; several events of one record as one
 * @param eventIds the events in the inbox; empty for records that did not come from there
 * @param attempts how often it was tried, this time included
 */
public record Cause(ChangeEvent event, Set<Long> eventIds, int attempts) {
    public Cause {
        Objects.requireNonNull(event, "event");
        eventIds = Set.copyOf(eventIds);
    }

    /**
     * Two causes of one record as one. Where one does not say which fields changed, nobody knows; otherwise it is all
     * of them.
     */
    Cause and(Cause other) {
        Set<Long> ids = new HashSet<>(eventIds);
        ids.addAll(other.eventIds);
        return new Cause(merge(event, other.event), ids, Math.max(attempts, other.attempts));
    }

    private static ChangeEvent merge(ChangeEvent one, ChangeEvent two) {
        if (!saysWhatChanged(one)) {
            return one;
        }
        if (!saysWhatChanged(two)) {
            return two;
        }
        Set<String> fields = new HashSet<>(one.changedFields());
        fields.addAll(two.changedFields());
        return new ChangeEvent(
                two.source(),
                two.position(),
                two.dedupeKey(),
                two.objectType(),
                two.recordIds(),
                ChangeKind.UPDATE,
                fields,
                two.origin(),
                two.user(),
                two.occurredAt());
    }

    private static boolean saysWhatChanged(ChangeEvent event) {
        return event.kind() == ChangeKind.UPDATE && !event.changedFields().isEmpty();
    }
}

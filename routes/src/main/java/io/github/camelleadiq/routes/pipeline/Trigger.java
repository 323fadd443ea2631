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
 * @param eventIds the events in the inbox
 * @param attempts how often it was tried, this time included
 */
public record Trigger(ChangeEvent event, Set<Long> eventIds, int attempts) {
    public Trigger {
        Objects.requireNonNull(event, "event");
        eventIds = Set.copyOf(eventIds);
    }

    /**
     * Two causes of one record as one, with all fields of which any of them says that they changed. If one does not say
     * what changed, it may be more than that, as after a gap.
     */
    Trigger and(Trigger other) {
        Set<Long> ids = new HashSet<>(eventIds);
        ids.addAll(other.eventIds);
        return new Trigger(merge(event, other.event), ids, Math.max(attempts, other.attempts));
    }

    private static ChangeEvent merge(ChangeEvent one, ChangeEvent two) {
        boolean allSaid = saysWhatChanged(one) && saysWhatChanged(two);
        Set<String> fields = new HashSet<>(changed(one));
        fields.addAll(changed(two));
        return new ChangeEvent(
                two.source(),
                two.position(),
                two.dedupeKey(),
                two.objectType(),
                two.recordIds(),
                allSaid ? ChangeKind.UPDATE : ChangeKind.GAP,
                fields,
                two.origin(),
                two.user(),
                two.occurredAt());
    }

    private static boolean saysWhatChanged(ChangeEvent event) {
        return event.kind() == ChangeKind.UPDATE && !event.changedFields().isEmpty();
    }

    /** A record that is new has all fields changed, which says nothing. */
    private static Set<String> changed(ChangeEvent event) {
        return event.kind() == ChangeKind.UPDATE || event.kind() == ChangeKind.GAP ? event.changedFields() : Set.of();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What happened to which records, in words that no CRM owns.
 *
 * @param source where the event came from and what its {@link #position()} counts in, such as
 *     {@code salesforce:/data/LeadChangeEvent} or {@code run:leads-2026}
 * @param position where to go on after this event, opaque (Salesforce: the replay id); null if its source has none
 * @param dedupeKey the same for the same event however often it is delivered, unique within its source
 * @param objectType the CRM's name of the object, such as {@code Lead}
 * @param recordIds the records, in the form of {@link RecordId}; empty only for {@link ChangeKind#OVERFLOW}
 * @param kind what happened
 * @param changedFields names of the changed fields; empty if the CRM does not say
 * @param origin which program made the change, as the CRM says it (Salesforce: {@code changeOrigin}); null if unknown
 * @param user who made it (Salesforce: {@code commitUser}); null if unknown
 * @param occurredAt when
 */
public record ChangeEvent(
        String source,
        String position,
        String dedupeKey,
        String objectType,
        List<String> recordIds,
        ChangeKind kind,
        Set<String> changedFields,
        String origin,
        String user,
        Instant occurredAt) {
    private static final String RUN = "run:";

    public ChangeEvent {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(dedupeKey, "dedupeKey");
        Objects.requireNonNull(objectType, "objectType");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(occurredAt, "occurredAt");
        recordIds = recordIds.stream().map(RecordId::of).toList();
        changedFields = Set.copyOf(changedFields);
    }

    /** Says that records of a run are due, whether they have changed or not. */
    public static ChangeEvent due(String runId, String objectType, List<String> recordIds, Instant at) {
        return new ChangeEvent(
                RUN + runId, null, recordIds.get(0), objectType, recordIds, ChangeKind.DUE, Set.of(), null, null, at);
    }
}

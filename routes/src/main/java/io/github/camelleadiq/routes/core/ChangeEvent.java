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
 *     {@code salesforce:/data/LeadChangeEvent} or {@code backfill:leads-2026}
 * @param position where to go on after this event, opaque (Salesforce: the replay id); null if its source has none
 * @param dedupeKey the same for the same event however often it is delivered, unique within its source
 * @param objectType the CRM's name of the object, such as {@code Lead}
 * @param recordIds the records; empty only for {@link ChangeKind#OVERFLOW}
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
    /** The source of records that came in pages, not as events of their own. */
    public static final String PAGES = "leadiq-records";

    public ChangeEvent {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(dedupeKey, "dedupeKey");
        Objects.requireNonNull(objectType, "objectType");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(occurredAt, "occurredAt");
        recordIds = List.copyOf(recordIds);
        changedFields = Set.copyOf(changedFields);
    }

    /** Says that a record of a page is due, for what could not be finished with its page. */
    public static ChangeEvent due(String runId, String objectType, String recordId, Instant at) {
        return new ChangeEvent(
                PAGES,
                null,
                runId + ":" + recordId,
                objectType,
                List.of(recordId),
                ChangeKind.DUE,
                Set.of(),
                null,
                null,
                at);
    }
}

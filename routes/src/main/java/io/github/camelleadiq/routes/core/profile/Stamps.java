/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * Fields of our own in the CRM; each null where the CRM has none.
 *
 * @param leadiqId takes LeadIQ's id of the match
 * @param enrichedAt takes the time of the enrichment (a date or a time)
 * @param status takes what came of it, such as {@code Enriched} or {@code NotFound}
 */
public record Stamps(String leadiqId, String enrichedAt, String status) {
    /** No stamps. */
    public static final Stamps NONE = new Stamps(null, null, null);

    /** The names of the fields that there are. */
    public Stream<String> fields() {
        return Stream.of(leadiqId, enrichedAt, status).filter(Objects::nonNull);
    }
}

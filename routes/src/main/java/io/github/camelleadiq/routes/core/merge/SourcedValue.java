/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * A value of LeadIQ's.
 *
 * @param value text, a number or an instant
 * @param status LeadIQ's verification status; null where there is none
 * @param seenAt when LeadIQ last saw it; null if unknown
 */
record SourcedValue(Object value, String status, Instant seenAt) {
    static SourcedValue of(Object value, String status, ZonedDateTime seenAt) {
        return new SourcedValue(value, status, seenAt == null ? null : seenAt.toInstant());
    }

    /** Not its value, which is personal data. */
    @Override
    public String toString() {
        return "value of status " + status;
    }
}

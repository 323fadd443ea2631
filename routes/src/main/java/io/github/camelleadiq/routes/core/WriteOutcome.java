/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import io.github.camelleadiq.routes.core.text.Spaces;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What became of one record of a write.
 *
 * @param recordId the CRM's id of the record
 * @param status what can be done about it
 * @param code the CRM's own code, such as {@code UNABLE_TO_LOCK_ROW}; null if written
 * @param message what the CRM says, without values; null if written
 * @param refused the fields that the CRM did not take, each with the reason, without values: of a record that is written
 *     those that it was written without, else those that keep it from being written; empty where no field is named
 */
public record WriteOutcome(String recordId, Status status, String code, String message, Map<String, String> refused) {

    /** What can be done about it. */
    public enum Status {
        WRITTEN,
        /** It can pass: a locked row. */
        RETRY_LATER,
        /**
         * The CRM takes no record now, whatever is in it: a limit, a refused login, a failing server, a lost connection,
         * after which it may be written all the same.
         */
        UNAVAILABLE,
        /** It will not pass as it is: a validation or duplicate rule, a field that does not take the value. */
        INVALID,
        /** The record is not there any more. */
        GONE
    }

    public WriteOutcome {
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(status, "status");
        // they are logged, and are what a server says
        code = Spaces.line(code);
        message = Spaces.line(message);
        refused = refused.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> Spaces.line(field.getValue())));
    }

    /** An outcome that is about no field. */
    public WriteOutcome(String recordId, Status status, String code, String message) {
        this(recordId, status, code, message, Map.of());
    }

    public static WriteOutcome written(String recordId) {
        return new WriteOutcome(recordId, Status.WRITTEN, null, null);
    }
}

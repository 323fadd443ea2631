/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import java.util.Objects;

/**
 * A value that was not written.
 *
 * @param field the CRM's name of the field
 * @param reason the kind of reason
 * @param text the reason in words for the log: never the value
 */
public record Refusal(String field, RefusalReason reason, String text) {
    public Refusal {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(text, "text");
    }
}

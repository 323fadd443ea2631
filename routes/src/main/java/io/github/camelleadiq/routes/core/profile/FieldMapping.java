/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How one field of the CRM gets its value.
 *
 * @param field the CRM's name of the field
 * @param from where the value comes from; the first that has an acceptable one wins
 * @param template combines the sources of {@code from} into one text; null if there is none
 * @param policy when it may be written
 * @param values replaces LeadIQ's words by the CRM's, without regard to case; other words stay
 * @param maxLength shortens below what the field takes; 0 for no limit of our own
 * @param tooLong what becomes of a longer text
 * @param blankWhenMissing whether the field is emptied when LeadIQ was asked and has nothing
 */
public record FieldMapping(
        String field,
        List<Source> from,
        Template template,
        Policy policy,
        Map<String, String> values,
        int maxLength,
        TooLong tooLong,
        boolean blankWhenMissing) {
    public FieldMapping {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(tooLong, "tooLong");
        from = List.copyOf(from);
        values = Map.copyOf(values);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** How a {@link Condition} compares; text without regard to case. */
public enum Operator implements Named {
    /** The field has one of the values. */
    IN("in", true, (text, values) -> text != null && values.contains(text)),
    /** The field is empty or has another value. */
    NOT_IN("not-in", true, (text, values) -> text == null || !values.contains(text)),
    /** The field begins with one of the values. */
    STARTS_WITH(
            "starts-with",
            true,
            (text, values) -> text != null && values.stream().anyMatch(text::startsWith)),
    /** The field contains one of the values. */
    CONTAINS("contains", true, (text, values) -> text != null && values.stream().anyMatch(text::contains)),
    /** The field is missing, null or blank. */
    EMPTY("empty", false, (text, values) -> text == null),
    /** The field has a value. */
    NOT_EMPTY("not-empty", false, (text, values) -> text != null);

    private final String profileName;
    private final boolean takesValues;
    private final BiPredicate<String, List<String>> test;

    Operator(String profileName, boolean takesValues, BiPredicate<String, List<String>> test) {
        this.profileName = profileName;
        this.takesValues = takesValues;
        this.test = test;
    }

    @Override
    public String profileName() {
        return profileName;
    }

    boolean takesValues() {
        return takesValues;
    }

    boolean test(String text, List<String> values) {
        return test.test(
                text == null ? null : text.toLowerCase(Locale.ROOT),
                values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList());
    }
}

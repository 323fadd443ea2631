/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Immutable copies. Unlike {@link List#copyOf} they may hold null, which a GraphQL list may as well. */
public final class Lists {
    private Lists() {}

    /** A copy, or an empty list for null. */
    public static <T> List<T> orEmpty(Collection<T> values) {
        return values == null ? Collections.emptyList() : copy(values);
    }

    /** A copy, or null for null. */
    public static <T> List<T> orNull(Collection<T> values) {
        return values == null ? null : copy(values);
    }

    private static <T> List<T> copy(Collection<T> values) {
        return Collections.unmodifiableList(new ArrayList<>(values));
    }
}

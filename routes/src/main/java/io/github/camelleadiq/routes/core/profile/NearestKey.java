/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what was meant by a mistyped a name. */
final class NearestKey {
    /** More than this many edits is another word rather than a typing error. */
    private static final int MAX_EDITS = 6;

    private static final int MAX_LENGTH = 100;

    private NearestKey() {}

    /** The known name with the fewest edits, case aside; empty if none is near. */
    static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int limit = Math.min(MAX_EDITS, Math.max(2, name.length() / 2));
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        return known.stream()
                .map(candidate -> new Near(candidate, distance.apply(lower(name), lower(candidate))))
                .filter(near -> near.edits >= 0)
                .min(Comparator.comparingInt(Near::edits))
                .map(Near::name);
    }

    /** Words to end a message with: the nearest name, or one that ends like it, or all if there is none. */
    static String hint(String name, Collection<String> known) {
        return of(name, known)
                .or(() -> known.stream()
                        .filter(candidate -> lower(candidate).endsWith("." + lower(name)))
                        .findFirst())
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> known.size() > 40 ? "" : "; there are " + String.join(", ", known));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private record Near(String name, int edits) {}
}

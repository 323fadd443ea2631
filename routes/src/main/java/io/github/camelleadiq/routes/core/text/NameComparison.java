/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

/**
 * What two names of people say of each other, part by part.
 *
 * @param given the given names
 * @param family the family names
 * @param suffix the generation: Sr., Jr., II, III
 * @param likeness from 0 (another name) to 1 (the same)
 */
public record NameComparison(Agreement given, Agreement family, Agreement suffix, double likeness) {
    static final NameComparison MISSING =
            new NameComparison(Agreement.MISSING, Agreement.MISSING, Agreement.MISSING, 0);

    /** Whether a part contradicts. */
    public boolean contradicts() {
        return given == Agreement.CONTRADICTS || family == Agreement.CONTRADICTS || suffix == Agreement.CONTRADICTS;
    }
}

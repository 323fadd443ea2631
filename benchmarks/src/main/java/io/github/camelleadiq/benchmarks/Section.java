/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be measured, in the order in which it is told. */
enum Section {
    LOOKUPS(Sections::lookups),
    PACE(Sections::pace),
    LISTS(Sections::lists),
    CREDITS(Sections::credits),
    STREAM(Sections::stream),
    BACKFILL(Sections::backfill),
    HAND(Sections::hand),
    CHANGES(Sections::changes),
    TRACE(Sections::trace);

    /** Measures, and tells it. */
    @FunctionalInterface
    interface Measurement {
        Measured run(BenchmarkPlan plan) throws Exception;
    }

    private final Measurement measurement;

    Section(Measurement measurement) {
        this.measurement = measurement;
    }

    /** What the command line calls it. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    Measured run(BenchmarkPlan plan) throws Exception {
        return measurement.run(plan);
    }

    static List<Section> all() {
        return List.of(values());
    }

    /** @throws IllegalArgumentException if there is no such section */
    static Section of(String option) {
        return Arrays.stream(values())
                .filter(section -> section.option().equals(option))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no section " + option + ", but " + options()));
    }

    static String options() {
        return Arrays.stream(values()).map(Section::option).collect(Collectors.joining("|"));
    }
}

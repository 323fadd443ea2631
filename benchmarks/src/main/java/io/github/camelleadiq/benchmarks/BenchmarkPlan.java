/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to measure.
 *
 * @param rounds     how often each peer has its turn under each load
 * @param warmUp     before a window, with the same load
 * @param window     that counts
 * @param paceWindow how long to count lookups under the limit of 60 requests a minute
 * @param records    half-filled records whose cost is compared
 * @param streamed   people who are streamed through a small heap
 * @param list       lookups of the list whose requests are counted
 * @param backfilled Salesforce records that are backfilled with a small heap
 * @param repeats how often a list is sent, and how often both builds and the hand-written route have their turn
 * @param changes    changes that come at the rate of 1,000 a minute
 * @param sections   what to measure
 * @param out        the page to write the tables into, if all is measured
 */
record BenchmarkPlan(
        int rounds,
        Duration warmUp,
        Duration window,
        Duration paceWindow,
        int records,
        int streamed,
        int list,
        int backfilled,
        int repeats,
        int changes,
        List<Section> sections,
        Path out) {

    static final String USAGE = "java -jar benchmarks.jar [--quick] [--records 100000] [--only " + Section.options()
            + "] [--out docs/benchmarks.md]";

    private static final Path PAGE = Path.of("docs", "benchmarks.md");

    /** @throws IllegalArgumentException when the words are no command line */
    static BenchmarkPlan parse(String... words) {
        boolean quick = false;
        List<Section> sections = Section.all();
        Path out = PAGE;
        Optional<Integer> records = Optional.empty();
        List<String> left = List.of(words);
        while (!left.isEmpty()) {
            if (left.get(0).equals("--quick")) {
                quick = true;
                left = left.subList(1, left.size());
            } else if (left.get(0).equals("--only") && left.size() > 1) {
                sections = List.of(Section.of(left.get(1)));
                left = left.subList(2, left.size());
            } else if (left.get(0).equals("--records") && left.size() > 1) {
                records = Optional.of(number(left.get(1)));
                left = left.subList(2, left.size());
            } else if (left.get(0).equals("--out") && left.size() > 1) {
                out = Path.of(left.get(1));
                left = left.subList(2, left.size());
            } else {
                throw new IllegalArgumentException("Not understood: " + left.get(0));
            }
        }
        return quick
                ? new BenchmarkPlan(
                        3,
                        Duration.ofMillis(300),
                        Duration.ofMillis(600),
                        Duration.ofMinutes(1),
                        1_000,
                        100_000,
                        10_000,
                        records.orElse(20_000),
                        1,
                        1_000,
                        sections,
                        out)
                : new BenchmarkPlan(
                        5,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(1),
                        10_000,
                        1_000_000,
                        10_000,
                        records.orElse(1_000_000),
                        3,
                        10_000,
                        sections,
                        out);
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not a number: " + word, e);
        }
    }

    /** Whether all is measured, and not only a part. */
    boolean isWhole() {
        return sections.equals(Section.all());
    }
}

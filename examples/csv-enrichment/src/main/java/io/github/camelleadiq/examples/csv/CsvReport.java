/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.examples.csv.reading.Rejection;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a run went.
 *
 * @param credits at list price
 * @param meter what the simulator charged, or null when there is none
 * @param stopped why the run did not go to its end, or null if it did
 */
record CsvReport(
        Tally tally, BigDecimal credits, BigDecimal meter, Duration time, Path enriched, Path rejects, String stopped) {

    boolean isComplete() {
        return stopped == null;
    }

    /** The closing summary, for people. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "read", count(tally.read()), "rows");
        line(text, "matched", count(tally.matched()), count(tally.withEmail()) + " with an email");
        line(text, "unmatched", count(tally.unmatched()), "");
        line(text, "rejected", count(tally.rejected()), rejections(tally.rejectedByKind()));
        line(
                text,
                "requests",
                count(tally.requests()),
                "for " + count(tally.lookups()) + " lookups; one by one they would be " + count(tally.lookups()));
        line(text, "credits", credits.toPlainString(), "counted by what came back, at list price");
        Optional.ofNullable(meter)
                .ifPresent(charged -> line(text, "", charged.toPlainString(), "on the simulator's meter"));
        line(text, "seconds", String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0), "");
        text.append(String.format("%n"));
        text.append(String.format("enriched  %s%n", enriched));
        text.append(String.format("rejects   %s%n", rejects));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value, String remark) {
        text.append(String.format("%-9s %10s  %s", name, value, remark).stripTrailing())
                .append(String.format("%n"));
    }

    private static String rejections(Map<Rejection.Kind, Long> byKind) {
        return byKind.entrySet().stream()
                .map(kind -> kind.getKey().label() + " " + count(kind.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

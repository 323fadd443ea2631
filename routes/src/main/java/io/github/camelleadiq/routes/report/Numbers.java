/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Numbers as people read them. */
final class Numbers {

    private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private Numbers() {}

    static String whole(long number) {
        return new DecimalFormat("#,##0", ENGLISH).format(number);
    }

    static String credits(BigDecimal credits) {
        return new DecimalFormat("#,##0.##", ENGLISH).format(credits);
    }

    static String ratio(BigDecimal credits, long by) {
        return by == 0 ? "–" : credits(credits.divide(BigDecimal.valueOf(by), 2, RoundingMode.HALF_UP));
    }

    static String percent(double part) {
        return new DecimalFormat("0 %", ENGLISH).format(part);
    }

    static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return new DecimalFormat("0.0 's'", ENGLISH).format(duration.toMillis() / 1_000d);
        }
        String hours = duration.toHours() == 0 ? "" : duration.toHours() + " h ";
        return hours + duration.toMinutesPart() + " min " + duration.toSecondsPart() + " s";
    }

    static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}

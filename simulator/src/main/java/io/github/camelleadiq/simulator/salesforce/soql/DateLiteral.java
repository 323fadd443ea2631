/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.soql;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of days named from today, such as {@code THIS_YEAR} or {@code LAST_N_DAYS:30}, in UTC and with weeks that begin
 * on Sunday. Fiscal years are not known.
 *
 * @param from the first day's distance from the first day of the present unit, in units
 * @param to   likewise the first day behind the range
 */
record DateLiteral(Unit unit, long from, long to) {
    private static final Pattern COUNTED =
            Pattern.compile("(LAST_N|NEXT_N|N)_(DAY|WEEK|MONTH|QUARTER|YEAR)S(_AGO)?:(\\d{1,5})");
    private static final Pattern RELATIVE = Pattern.compile("(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)");
    private static final Map<String, DateLiteral> DAYS = Map.of(
            "YESTERDAY", new DateLiteral(Unit.DAY, -1, 0),
            "TODAY", new DateLiteral(Unit.DAY, 0, 1),
            "TOMORROW", new DateLiteral(Unit.DAY, 1, 2),
            "LAST_90_DAYS", new DateLiteral(Unit.DAY, -90, 1),
            "NEXT_90_DAYS", new DateLiteral(Unit.DAY, 1, 91));

    /** Days from {@code start} on and before {@code end}. */
    record Range(LocalDate start, LocalDate end) {}

    enum Unit {
        DAY(day -> day),
        WEEK(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))),
        MONTH(day -> day.withDayOfMonth(1)),
        QUARTER(day -> day.with(IsoFields.DAY_OF_QUARTER, 1)),
        YEAR(day -> day.withDayOfYear(1));

        private final UnaryOperator<LocalDate> start;

        Unit(UnaryOperator<LocalDate> start) {
            this.start = start;
        }

        private LocalDate plus(LocalDate day, long units) {
            return switch (this) {
                case DAY -> day.plusDays(units);
                case WEEK -> day.plusWeeks(units);
                case MONTH -> day.plusMonths(units);
                case QUARTER -> day.plusMonths(3 * units);
                case YEAR -> day.plusYears(units);
            };
        }
    }

    /** What a word means, or null if it is no such literal. */
    static DateLiteral parse(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        if (DAYS.containsKey(name)) {
            return DAYS.get(name);
        }
        Matcher relative = RELATIVE.matcher(name);
        if (relative.matches()) {
            int from = List.of("LAST", "THIS", "NEXT").indexOf(relative.group(1)) - 1;
            return new DateLiteral(Unit.valueOf(relative.group(2)), from, from + 1L);
        }
        Matcher counted = COUNTED.matcher(name);
        return counted.matches() ? counted(counted) : null;
    }

    private static DateLiteral counted(Matcher matcher) {
        Unit unit = Unit.valueOf(matcher.group(2));
        long n = Long.parseLong(matcher.group(4));
        boolean ago = matcher.group(3) != null;
        if (ago != matcher.group(1).equals("N")) {
            return null;
        }
        if (ago) {
            return new DateLiteral(unit, -n, 1 - n);
        }
        if (matcher.group(1).equals("NEXT_N")) {
            return new DateLiteral(unit, 1, n + 1);
        }
        // today belongs to the last days, but this week not to the last weeks
        return new DateLiteral(unit, -n, unit == Unit.DAY ? 1 : 0);
    }

    Range range(LocalDate today) {
        LocalDate present = unit.start.apply(today);
        return new Range(unit.plus(present, from), unit.plus(present, to));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as CRMs write them. */
public final class Times {
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{5,18}(?:Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** Salesforce writes its offset without a colon. */
    private static final DateTimeFormatter NO_COLON = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHMM", "Z")
            .toFormatter();

    private Times() {}

    /** The time that a value means: ISO-8601 text (a date at its start in UTC) or a time; empty for anything else. */
    public static Optional<Instant> instant(Object value) {
        try {
            if (value instanceof Instant instant) {
                return Optional.of(instant);
            }
            if (value instanceof ZonedDateTime time) {
                return Optional.of(time.toInstant());
            }
            String text = value == null ? "" : value.toString().strip();
            if (DATE.matcher(text).matches()) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            if (!DATE_TIME.matcher(text).matches()) {
                return Optional.empty();
            }
            boolean colon = text.endsWith("Z") || text.charAt(text.length() - 3) == ':';
            return Optional.of(OffsetDateTime.parse(text, colon ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : NO_COLON)
                    .toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** The date, in UTC, that a value means; empty for anything that is no time. */
    public static Optional<LocalDate> date(Object value) {
        return instant(value).map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
    }
}

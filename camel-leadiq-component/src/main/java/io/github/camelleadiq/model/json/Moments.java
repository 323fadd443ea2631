/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The forms in which LeadIQ sends a moment. */
final class Moments {
    /** As many digits as surely fit into a long. */
    private static final Pattern EPOCH_MILLIS = Pattern.compile("-?[0-9]{1,18}");

    private Moments() {}

    /** Reads ISO-8601 with an offset and, if need be, a zone; or epoch milliseconds, which have no zone: UTC then. */
    static ZonedDateTime parse(String text) throws DateTimeException {
        return EPOCH_MILLIS.matcher(text).matches()
                ? Instant.ofEpochMilli(Long.parseLong(text)).atZone(ZoneOffset.UTC)
                : ZonedDateTime.parse(text, DateTimeFormatter.ISO_ZONED_DATE_TIME);
    }
}

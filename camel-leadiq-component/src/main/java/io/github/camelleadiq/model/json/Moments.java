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

    /** How nearly all of them come: in UTC, with {@code 9} for any digit; a fraction of a second may follow. */
    private static final String PLAIN = "9999-99-99T99:99:99";

    private static final int NANO_DIGITS = 9;

    private Moments() {}

    /** Reads ISO-8601 with an offset and, if need be, a zone; or epoch milliseconds, which have no zone: UTC then. */
    static ZonedDateTime parse(String text) throws DateTimeException {
        if (isPlain(text)) {
            return plain(text);
        }
        return EPOCH_MILLIS.matcher(text).matches()
                ? Instant.ofEpochMilli(Long.parseLong(text)).atZone(ZoneOffset.UTC)
                : ZonedDateTime.parse(text, DateTimeFormatter.ISO_ZONED_DATE_TIME);
    }

    private static boolean isPlain(String text) {
        int end = text.length() - 1;
        if (end < PLAIN.length() || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < PLAIN.length(); i++) {
            char wanted = PLAIN.charAt(i);
            char given = text.charAt(i);
            if (wanted == '9' ? given < '0' || given > '9' : given != wanted) {
                return false;
            }
        }
        int digits = end - PLAIN.length() - 1;
        if (digits < 0) {
            return true;
        }
        return digits > 0
                && digits <= NANO_DIGITS
                && text.charAt(PLAIN.length()) == '.'
                && text.substring(end - digits, end).chars().allMatch(Moments::isDigit);
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** The formatter takes ten times as long, which in a record of many moments is most of the time to read it. */
    private static ZonedDateTime plain(String text) {
        int nanos = 0;
        for (int i = 0; i < NANO_DIGITS; i++) {
            int at = PLAIN.length() + 1 + i;
            nanos = nanos * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return ZonedDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                nanos,
                ZoneOffset.UTC);
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}

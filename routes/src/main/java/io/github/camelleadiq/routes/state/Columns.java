/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How our values stand in columns, the same on both databases. */
final class Columns {
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int CREDIT_DECIMALS = 6;

    private Columns() {}

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : micros(instant).atOffset(ZoneOffset.UTC);
    }

    /** Databases keep microseconds. */
    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** PostgreSQL keeps no NUL characters. */
    static String text(String text) {
        return text == null ? null : text.replace("\0", "");
    }

    static String reason(String reason) {
        String text = text(reason);
        return text == null || text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON - 1) + "…";
    }

    /** A text as part of an index, whose entries are limited in PostgreSQL: a long one by its digest. */
    static String key(String text) {
        return text.length() <= LONGEST_KEY && text.indexOf('\0') < 0 ? text : "sha256:" + Digest.of(text);
    }

    static BigDecimal credits(BigDecimal credits) {
        return credits.setScale(CREDIT_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Credits as people write them: 1, not 1.000000 and not 1E+2 either. */
    static BigDecimal credits(ResultSet row, String column) throws SQLException {
        BigDecimal credits = row.getBigDecimal(column);
        if (credits == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = credits.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Several texts in one column, a line each. */
    static String lines(Collection<String> texts) {
        return texts.stream()
                .map(text -> text(text).replace("\\", "\\\\").replace("\n", "\\n"))
                .collect(Collectors.joining("\n"));
    }

    static List<String> fromLines(String column) {
        List<String> texts = new ArrayList<>();
        if (!column.isEmpty()) {
            for (String line : column.split("\n", -1)) {
                texts.add(unescape(line));
            }
        }
        return texts;
    }

    private static String unescape(String line) {
        if (line.indexOf('\\') < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
                text.append(line.charAt(i) == 'n' ? '\n' : '\\');
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}

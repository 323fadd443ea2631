/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one form of a record's id, for ids that people bring: Salesforce shows ids of 15 characters in its pages and reports,
 * which tell upper from lower case, and gives ids of 18 in its API, whose last three say which letters are upper case
 * (Salesforce Help, "Converting 15-character record IDs to 18-character"). What is kept here is what the API gives.
 */
public final class RecordId {
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int CHUNK = 5;
    private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9]+");

    private RecordId() {}

    /**
     * The id as the CRM's API gives it: one of 15 characters with its last three, one of 18 in the right case. Other ids are
     * what they are, and so are those of digits only, which other CRMs have.
     */
    public static String of(String id) {
        if (id == null || !CHARACTERS.matcher(id).matches()) {
            return id;
        }
        if (id.length() == SHORT && !isNumber(id)) {
            return id + suffix(id);
        }
        return id.length() == LONG && isLong(id) ? cased(id) : id;
    }

    /**
     * Whether it is surely the id of a record of Salesforce: the last three of 18 characters have to fit the others, and 15 must
     * not be digits only.
     */
    public static boolean isOfSalesforce(String id) {
        return id != null
                && CHARACTERS.matcher(id).matches()
                && (id.length() == SHORT && !isNumber(id) || id.length() == LONG && isLong(id));
    }

    private static boolean isNumber(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether some case of its letters makes the last three right. */
    private static boolean isLong(String id) {
        String cased = cased(id);
        return cased.substring(SHORT).equals(suffix(cased.substring(0, SHORT)));
    }

    /** With the case of its letters that the last three say; programs and spreadsheets lose it. */
    private static String cased(String id) {
        StringBuilder cased = new StringBuilder(LONG);
        String suffix = id.substring(SHORT).toUpperCase(Locale.ROOT);
        for (int i = 0; i < SHORT; i++) {
            boolean isUpper = (SUFFIXES.indexOf(suffix.charAt(i / CHUNK)) >> i % CHUNK & 1) == 1;
            char letter = id.charAt(i);
            cased.append(isUpper ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
        }
        return cased.append(suffix).toString();
    }

    private static String suffix(String id) {
        StringBuilder suffix = new StringBuilder();
        for (int chunk = 0; chunk < SHORT; chunk += CHUNK) {
            int bits = 0;
            for (int i = 0; i < CHUNK; i++) {
                bits |= Character.isUpperCase(id.charAt(chunk + i)) ? 1 << i : 0;
            }
            suffix.append(SUFFIXES.charAt(bits));
        }
        return suffix.toString();
    }
}

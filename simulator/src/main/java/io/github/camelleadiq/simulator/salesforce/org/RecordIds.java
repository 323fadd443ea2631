/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

/** Makes and checks record ids: 15 characters that tell upper from lower case, and 3 more that say which are upper. */
public final class RecordIds {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT = 15;
    private static final int LONG = 18;

    private RecordIds() {}

    /** An id that sorts by its number. */
    public static String of(String keyPrefix, long number) {
        StringBuilder id = new StringBuilder();
        for (long rest = number; id.length() < 9; rest /= DIGITS.length()) {
            id.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return lengthen(keyPrefix + "5i0" + id.reverse());
    }

    /** Whether it has the form of an id; one of 18 characters must end in the right three. */
    public static boolean isWellFormed(String id) {
        if (id == null || !id.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return false;
        }
        return id.length() == SHORT
                || id.length() == LONG && lengthen(id.substring(0, SHORT)).equals(id);
    }

    /** The form of 18 characters of a well-formed id. */
    public static String canonical(String id) {
        return id.length() == SHORT ? lengthen(id) : id;
    }

    private static String lengthen(String id) {
        StringBuilder all = new StringBuilder(id);
        for (int chunk = 0; chunk < 3; chunk++) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                if (Character.isUpperCase(id.charAt(chunk * 5 + i))) {
                    bits |= 1 << i;
                }
            }
            all.append(SUFFIXES.charAt(bits));
        }
        return all.toString();
    }
}

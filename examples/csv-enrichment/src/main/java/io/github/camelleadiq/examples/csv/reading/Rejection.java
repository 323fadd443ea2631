/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

/**
 * Why a row is among the rejects.
 *
 * @param kind what the summary counts it under
 * @param detail for the person who repairs the row; never repeats a value of it
 */
public record Rejection(Kind kind, String detail) {

    public enum Kind {
        BLANK("blank"),
        MALFORMED("malformed"),
        TOO_LONG("too long"),
        NO_IDENTIFIER("nothing to search by"),
        DUPLICATE("duplicate"),
        FAILED("lookup failed"),
        NOT_ASKED("not looked up");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** What stands in the rejects file. */
    public String reason() {
        return detail.isEmpty() ? kind.label() : kind.label() + ": " + detail;
    }
}

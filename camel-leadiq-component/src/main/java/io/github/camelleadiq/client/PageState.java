/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/**
 * How much more there is after an answer.
 *
 * @param total the size of the whole list, or null when the server did not say
 * @param hasMore whether there is a further page, or null when the server did not say
 * @param cursor where the next page starts, or null
 */
public record PageState(Long total, Boolean hasMore, String cursor) {

    /** Of an answer that says nothing about it. */
    public static final PageState UNKNOWN = new PageState(null, null, null);

    /** More digits would not fit into a long. */
    private static final int MOST_DIGITS = 18;

    /**
     * By the texts that stand in the answer; null for what does not.
     *
     * @param cursorTells whether a cursor of null says that this is the end
     */
    public static PageState of(String total, String hasMore, boolean cursorTells, String cursor) {
        Boolean more =
                cursorTells ? Boolean.valueOf(cursor != null) : hasMore == null ? null : Boolean.valueOf(hasMore);
        return new PageState(
                total != null && isWholeNumber(total) ? Long.valueOf(total) : null,
                more,
                // the end of the last page is not the start of another
                Boolean.FALSE.equals(more) ? null : cursor);
    }

    private static boolean isWholeNumber(String text) {
        boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }
}

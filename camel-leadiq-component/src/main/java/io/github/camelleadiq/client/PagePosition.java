/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.io.Serializable;

/**
 * A place in a list that is paged through: one of the two, or neither for its start.
 *
 * @param offset how many items are before it, or null where positions are cursors
 * @param cursor the server's name for the place, or null
 */
public record PagePosition(Integer offset, String cursor) implements Serializable {

    public static PagePosition at(int offset) {
        return new PagePosition(offset, null);
    }

    public static PagePosition at(String cursor) {
        return new PagePosition(null, cursor);
    }

    /** For messages to people. */
    public String text() {
        if (offset != null) {
            return "offset " + offset;
        }
        return cursor == null ? "the start" : "cursor " + cursor;
    }
}

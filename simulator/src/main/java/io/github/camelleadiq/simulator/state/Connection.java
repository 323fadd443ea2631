/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list in the manner of Relay.
 *
 * @param all        the whole list
 * @param from       number of the first item on the page
 * @param to         number after the last item on the page
 * @param cursorText the cursor of an item
 */
public record Connection<T>(List<T> all, int from, int to, Function<T, String> cursorText) {
    private static final int DEFAULT_FIRST = 25;

    /**
     * @param first how many items to return at most, or null for 25
     * @param after cursor of the item before the page, or null for the first page
     * @throws IllegalArgumentException if no item has that cursor, or first is negative
     */
    public static <T> Connection<T> of(List<T> all, Integer first, String after, Function<T, String> cursorText) {
        int size = first == null ? DEFAULT_FIRST : first;
        if (size < 0) {
            throw new IllegalArgumentException("The number of items to return must not be negative");
        }
        int from = 0;
        if (after != null) {
            while (from < all.size() && !cursorText.apply(all.get(from)).equals(after)) {
                from++;
            }
            if (from == all.size()) {
                throw new IllegalArgumentException("Unknown cursor");
            }
            from++;
        }
        return new Connection<>(all, from, Math.min(all.size(), from + size), cursorText);
    }

    public List<Edge<T>> edges() {
        return all.subList(from, to).stream()
                .map(item -> new Edge<>(cursorText.apply(item), item))
                .toList();
    }

    public List<T> items() {
        return all.subList(from, to);
    }

    public int total() {
        return all.size();
    }

    /** Null on an empty page. */
    public String startCursor() {
        return from == to ? null : cursorText.apply(all.get(from));
    }

    /** Null on an empty page. */
    public String endCursor() {
        return from == to ? null : cursorText.apply(all.get(to - 1));
    }

    public boolean hasPrevious() {
        return from > 0;
    }

    public boolean hasNext() {
        return to < all.size();
    }

    /** An item with its cursor. */
    public record Edge<T>(String cursor, T node) {}
}

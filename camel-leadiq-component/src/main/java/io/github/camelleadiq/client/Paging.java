/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the pages of an operation hang together: where an answer has its items and says how much more there is, as paths
 * below the operation's field, and which arguments ask for a page.
 *
 * @param total where the size of the whole list is, empty if nowhere
 * @param hasMore where the flag for a further page is, empty if nowhere
 * @param cursor where the position after this page is, empty if nowhere
 * @param items what a page consists of
 * @param way how to get from one page to the next
 */
public record Paging(List<String> total, List<String> hasMore, List<String> cursor, Items items, Way way) {

    public static final Paging NONE = new Paging(List.of(), List.of(), List.of());

    /** Offset paging by {@code skip} and {@code limit}, with {@code totalResults} and {@code hasMore}. */
    public static final Paging SEARCH = new Paging(List.of("totalResults"), List.of("hasMore"), List.of());

    /** A connection with {@code pageInfo} at the top of the answer. */
    public static final Paging CONNECTION = connection();

    /** Items and {@code nextCursor}; no cursor means the end. */
    public static final Paging ITEMS = new Paging(List.of(), List.of(), List.of("nextCursor"));

    private Paging(List<String> total, List<String> hasMore, List<String> cursor) {
        this(total, hasMore, cursor, Items.NONE, Way.NONE);
    }

    static Paging total(String field) {
        return new Paging(List.of(field), List.of(), List.of());
    }

    public static Paging items(String parent) {
        return new Paging(List.of(), List.of(), List.of(parent, "nextCursor"));
    }

    public static Paging connection(String... parents) {
        return new Paging(
                below(parents, "pageInfo", "total"),
                below(parents, "pageInfo", "hasNextPage"),
                below(parents, "pageInfo", "endCursor"));
    }

    Paging of(Items newItems) {
        return new Paging(total, hasMore, cursor, newItems, way);
    }

    Paging by(Way newWay) {
        return new Paging(total, hasMore, cursor, items, newWay);
    }

    /** Whether there is a way from one page to the next. */
    public boolean hasPages() {
        return !way.start().isEmpty();
    }

    /** Where the items are. */
    public List<String> itemPath() {
        return items.haveCursors() ? append(items.path(), items.node()) : items.path();
    }

    /** Where each item's own position is, empty if nowhere. */
    public List<String> itemCursorPath() {
        return items.haveCursors() ? append(items.path(), Items.CURSOR) : List.of();
    }

    private static List<String> append(List<String> path, String member) {
        return Stream.concat(path.stream(), Stream.of(member)).toList();
    }

    private static List<String> below(String[] parents, String... path) {
        return Stream.concat(Arrays.stream(parents), Arrays.stream(path)).toList();
    }

    /**
     * What a page consists of.
     *
     * @param path where the list is
     * @param node the member of each element that is the item, with its cursor beside it; empty when it is the element
     * @param type the Java type of an item
     */
    public record Items(List<String> path, String node, Class<?> type) {

        /** The member of an edge that has the position of its node. */
        public static final String CURSOR = "cursor";

        private static final String NODE = "node";
        private static final Items NONE = new Items(List.of(), "", Void.class);

        static Items list(Class<?> type, String... path) {
            return new Items(List.of(path), "", type);
        }

        static Items nodes(Class<?> type, String... path) {
            return new Items(List.of(path), NODE, type);
        }

        public boolean haveCursors() {
            return !node.isEmpty();
        }
    }

    /**
     * The arguments that ask for a page.
     *
     * @param start where the page starts, as a path from the arguments
     * @param size how many items there are on a page at most, as a path from the arguments
     * @param byOffset whether the start is a number of items rather than a cursor
     */
    public record Way(List<String> start, List<String> size, boolean byOffset) {

        static final Way SKIP_LIMIT = new Way(List.of("input", "skip"), List.of("input", "limit"), true);
        static final Way FIRST_AFTER = new Way(List.of("after"), List.of("first"), false);
        static final Way LIMIT_CURSOR = new Way(List.of("cursor"), List.of("limit"), false);

        private static final Way NONE = new Way(List.of(), List.of(), false);
    }
}

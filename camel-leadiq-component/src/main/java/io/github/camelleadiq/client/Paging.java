/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an answer says how much more there is, as paths below the operation's field.
 *
 * @param total where the size of the whole list is, empty if nowhere
 * @param hasMore where the flag for a further page is, empty if nowhere
 * @param cursor where the position after this page is, empty if nowhere
 */
public record Paging(List<String> total, List<String> hasMore, List<String> cursor) {

    static final Paging NONE = new Paging(List.of(), List.of(), List.of());

    /** Offset paging by {@code skip} and {@code limit}, with {@code totalResults} and {@code hasMore}. */
    static final Paging SEARCH = new Paging(List.of("totalResults"), List.of("hasMore"), List.of());

    /** A connection with {@code pageInfo} at the top of the answer. */
    static final Paging CONNECTION = connection();

    /** Items and {@code nextCursor}; no cursor means the end. */
    static final Paging ITEMS = new Paging(List.of(), List.of(), List.of("nextCursor"));

    static Paging total(String field) {
        return new Paging(List.of(field), List.of(), List.of());
    }

    static Paging items(String parent) {
        return new Paging(List.of(), List.of(), List.of(parent, "nextCursor"));
    }

    static Paging connection(String... parents) {
        return new Paging(
                below(parents, "pageInfo", "total"),
                below(parents, "pageInfo", "hasNextPage"),
                below(parents, "pageInfo", "endCursor"));
    }

    private static List<String> below(String[] parents, String... path) {
        return Stream.concat(Arrays.stream(parents), Arrays.stream(path)).toList();
    }
}

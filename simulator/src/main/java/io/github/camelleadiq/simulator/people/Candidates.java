/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.util.List;

/**
 * One page of what a search found.
 *
 * @param total how many there are in all
 */
public record Candidates<T>(int total, List<T> page, boolean hasMore) {
    private static final int DEFAULT_LIMIT = 10;

    static <T> Candidates<T> of(List<T> all, Integer skip, Integer limit) {
        int from = Math.min(skip == null ? 0 : skip, all.size());
        int to = Math.min(from + (limit == null ? DEFAULT_LIMIT : limit), all.size());
        return new Candidates<>(all.size(), all.subList(from, to), to < all.size());
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import java.util.Map;

/** The bounds of skip and limit. */
final class PagingArguments {
    static final int DEFAULT_LIMIT = 10;
    private static final int WINDOW = 10_000;

    private PagingArguments() {}

    /** @throws GraphQLRefusal if the page lies outside of what LeadIQ serves */
    static void check(Map<String, Object> input) {
        int skip = skip(input);
        int limit = limit(input);
        if (skip < 0 || limit < 0) {
            throw new GraphQLRefusal(400, "skip and limit must not be negative");
        }
        if ((long) skip + limit > WINDOW) {
            throw new GraphQLRefusal(400, "skip + limit must not exceed " + WINDOW);
        }
    }

    static int skip(Map<String, Object> input) {
        return input.get("skip") instanceof Integer skip ? skip : 0;
    }

    static int limit(Map<String, Object> input) {
        return input.get("limit") instanceof Integer limit ? limit : DEFAULT_LIMIT;
    }
}

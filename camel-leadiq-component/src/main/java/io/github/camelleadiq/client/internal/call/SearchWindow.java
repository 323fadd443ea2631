/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.Paging;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;

/** How far into a list LeadIQ lets callers skip. */
public final class SearchWindow {

    /** {@code skip + limit} may not be more. */
    public static final int SIZE = 10_000;

    private SearchWindow() {}

    /**
     * @param arguments as our schema wants them
     * @throws LeadIQInvalidRequestException when the page is beyond what can be asked for
     */
    public static void check(LeadIQOperation operation, ObjectNode arguments) {
        Paging.Way way = operation.paging().way();
        if (!way.byOffset()) {
            return;
        }
        long skip = at(arguments, way.start()).asLong(0);
        // without a limit the server has one of its own, of one item at least
        long limit = at(arguments, way.size()).asLong(1);
        String path = String.join(".", way.start());
        if (skip < 0) {
            throw refusal(operation, path, "must not be negative");
        }
        if (skip + limit > SIZE) {
            throw refusal(
                    operation,
                    path,
                    "is too far: LeadIQ lists the first " + SIZE + " items, so skip + limit must not pass that."
                            + " Narrow the filters, or search by ranges (of company size, country, seniority, ...)"
                            + " one after another");
        }
    }

    private static LeadIQInvalidRequestException refusal(LeadIQOperation operation, String path, String problem) {
        return RequestBuilder.invalid(operation, new InvalidInputException(path, problem));
    }

    private static JsonNode at(ObjectNode arguments, Iterable<String> path) {
        JsonNode node = arguments;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }
}

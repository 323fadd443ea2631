/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.Paging;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks the paging options of an endpoint, and says them as arguments of its operation. */
final class PagingOptions {

    private PagingOptions() {}

    /** @throws IllegalArgumentException when an option is wrong, or does not fit the operation */
    static void check(LeadIQEndpoint endpoint, Paging paging) {
        requirePositive("pageSize", endpoint.getPageSize());
        requirePositive("maxItems", endpoint.getMaxItems());
        boolean whole = endpoint.getPaging() != LeadIQPagingMode.PAGE;
        if (!paging.hasPages() && (whole || endpoint.getPageSize() != null)) {
            throw new IllegalArgumentException("leadiq:" + endpoint.getOperation()
                    + " has no pages that this component knows of: paging and pageSize do not apply");
        }
        if (!whole && endpoint.getMaxItems() != null) {
            throw new IllegalArgumentException("maxItems goes with paging=stream or paging=all");
        }
    }

    private static void requirePositive(String option, Number value) {
        if (value != null && value.longValue() < 1) {
            throw new IllegalArgumentException(option + " must be at least 1");
        }
    }

    /** The endpoint's own arguments, and the page size by the operation's name for it. */
    static Map<String, Object> arguments(LeadIQEndpoint endpoint, LeadIQOperation operation) {
        return withSize(endpoint, operation, 1, endpoint.ownArguments());
    }

    /** The endpoint's members of the input, and the page size where the operation has it there. */
    static Map<String, Object> input(LeadIQEndpoint endpoint, LeadIQOperation operation) {
        return withSize(endpoint, operation, 2, endpoint.getInput());
    }

    private static Map<String, Object> withSize(
            LeadIQEndpoint endpoint, LeadIQOperation operation, int depth, Map<String, Object> given) {
        List<String> path = operation.paging().way().size();
        if (endpoint.getPageSize() == null || path.size() != depth) {
            return given;
        }
        Map<String, Object> arguments = new HashMap<>(given);
        arguments.putIfAbsent(path.get(depth - 1), endpoint.getPageSize());
        return arguments;
    }
}

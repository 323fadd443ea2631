/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.schema.DataFetcher;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The root fields of both dialects. */
final class Operations {
    private static final Map<String, Operation> ALL = new HashMap<>();

    static {
        ALL.putAll(LookupOperations.ALL);
        ALL.putAll(SearchOperations.ALL);
        ALL.putAll(AccountOperations.ALL);
        ALL.putAll(CompanyTrackingOperations.ALL);
        ALL.putAll(ContactTrackingOperations.ALL);
        ALL.putAll(ListOperations.ALL);
    }

    private Operations() {}

    static DataFetcher<Object> fetcher(String field) {
        Operation operation = ALL.get(field);
        if (operation == null) {
            throw new IllegalStateException("The schema has a root field that the simulator cannot answer: " + field);
        }
        return env -> {
            RequestScope scope = RequestScope.of(env);
            scope.backend().lookups().incrementAndGet();
            if (isPoisoned(env.getArguments())) {
                throw new IllegalStateException("This record cannot be served");
            }
            return operation.resolve(env, scope);
        };
    }

    private static boolean isPoisoned(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Operations::isPoisoned);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().anyMatch(Operations::isPoisoned);
        }
        return value instanceof String text && text.toLowerCase(Locale.ROOT).contains("poison");
    }
}

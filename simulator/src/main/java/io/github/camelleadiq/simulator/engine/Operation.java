/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;

/** Resolves one root field. */
@FunctionalInterface
interface Operation {
    /** @throws GraphQLRefusal if LeadIQ would say no */
    Object resolve(DataFetchingEnvironment env, RequestScope scope);

    /** The argument {@code input}; empty if there is none. */
    static Map<String, Object> input(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        return input == null ? Map.of() : input;
    }
}

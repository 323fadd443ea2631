/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.state.ProspectLists.Prospect;
import io.github.camelleadiq.simulator.state.ProspectLists.ProspectList;
import java.util.Map;

/** Lists of prospects. */
final class ListOperations {
    static final Map<String, Operation> ALL = Map.of(
            "lists", (env, scope) -> ListViews.page(scope.account().lists().lists(), ProspectList::id, () -> env),
            "list", (env, scope) -> scope.account().lists().list(env.getArgument("id")),
            "prospect", (env, scope) -> scope.account().lists().prospect(env.getArgument("id")),
            "createList", ListOperations::create,
            "addProspectToList", ListOperations::add);

    private ListOperations() {}

    private static Object create(DataFetchingEnvironment env, RequestScope scope) {
        Map<String, Object> input = Operation.input(env);
        return scope.account().lists().create((String) input.get("name"), (String) input.get("description"));
    }

    private static Object add(DataFetchingEnvironment env, RequestScope scope) {
        Prospect prospect = scope.account().lists().add(env.getArgument("listId"), Operation.input(env));
        if (prospect == null) {
            throw new GraphQLRefusal(404, "No such list");
        }
        return prospect;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.state.Connection;
import io.github.camelleadiq.simulator.state.ProspectLists.Prospect;
import io.github.camelleadiq.simulator.state.ProspectLists.ProspectList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lists of prospects. */
final class ListViews {
    private ListViews() {}

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    static void register() {
        for (String type : List.of("ListConnection", "ProspectConnection")) {
            Views.of(type, Connection.class)
                    .with("items", Connection::items)
                    .with("nextCursor", c -> c.hasNext() ? c.endCursor() : null);
        }
        Views.of("List", ProspectList.class)
                .with("id", ProspectList::id)
                .with("name", ProspectList::name)
                .with("description", ProspectList::description)
                .with("createdAt", l -> l.createdAt().toString())
                .with("updatedAt", l -> l.createdAt().toString())
                .withArguments(
                        "prospects",
                        (l, env) -> page(
                                RequestScope.of(env.get()).account().lists().prospectsOf(l.id()), Prospect::id, env));
        Views.View<Prospect> prospect = Views.of("Prospect", Prospect.class)
                .with("id", Prospect::id)
                .with("name", p -> p.sent().get("firstName") + " " + p.sent().get("lastName"))
                .with("company", p -> map("id", null, "name", p.sent().get("company"))
                        .and("domain", p.sent().get("companyDomain"))
                        .and("industry", p.sent().get("companyIndustry")))
                .with(
                        "mobilePhones",
                        p -> p.sent().get("phone") == null
                                ? List.of()
                                : List.of(map("value", p.sent().get("phone"), "status", null)))
                .with("listIds", p -> List.of(p.listId()))
                .with("personalEmails", p -> List.of())
                .with("picture", p -> null)
                .with("linkedinId", p -> null)
                .with("createdAt", p -> p.createdAt().toString())
                .with("updatedAt", p -> p.createdAt().toString());
        for (String field : List.of(
                "firstName",
                "lastName",
                "workEmail",
                "emailStatus",
                "personId",
                "title",
                "seniority",
                "function",
                "linkedinUrl",
                "location",
                "notes")) {
            prospect.with(field, p -> p.sent().get(field));
        }
    }

    /** One page by the arguments limit and cursor. */
    static <T> Connection<T> page(List<T> all, Function<T, String> cursor, Supplier<DataFetchingEnvironment> env) {
        return Connection.of(all, env.get().getArgument("limit"), env.get().getArgument("cursor"), cursor);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.credit.BilledItem;
import io.github.camelleadiq.simulator.credit.CreditSelection;
import io.github.camelleadiq.simulator.engine.PersonViews.Found;
import io.github.camelleadiq.simulator.people.Candidates;
import io.github.camelleadiq.simulator.people.CompanyDirectory;
import io.github.camelleadiq.simulator.people.SimCompany;
import io.github.camelleadiq.simulator.people.SimPerson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finding a person or a company by identifiers. */
final class LookupOperations {
    static final Map<String, Operation> ALL = Map.of(
            "searchPeople", LookupOperations::searchPeople,
            "searchPeoplePreview", LookupOperations::preview,
            "searchCompany", LookupOperations::searchCompany,
            "matchProfile", LookupOperations::matchProfile);

    private LookupOperations() {}

    private static Object searchPeople(DataFetchingEnvironment env, RequestScope scope) {
        Map<String, Object> input = Operation.input(env);
        PagingArguments.check(input);
        Candidates<SimPerson> found = scope.backend().people().search(input);
        boolean includeInvalid = Boolean.TRUE.equals(input.get("includeInvalid"));
        List<Found> people = found.page().stream()
                .map(p -> Found.of(p, includeInvalid, scope.isLive()))
                .toList();
        if (!people.isEmpty()) {
            CreditSelection selected = CreditSelection.ofPositions(env.getSelectionSet());
            scope.charge(
                    "searchPeople", people.stream().map(p -> sale(p, selected)).toList());
        }
        return map("totalResults", found.total(), "hasMore", found.hasMore(), "results", people);
    }

    private static BilledItem sale(Found found, CreditSelection selected) {
        SimPerson person = found.person();
        return Sales.of(
                person,
                selected,
                found.showsEmail() && !person.isSuppressed(),
                found.showsPersonalEmail() && !person.isSuppressed(),
                person.companies(),
                person.pastCompanies());
    }

    private static Object preview(DataFetchingEnvironment env, RequestScope scope) {
        Map<String, Object> input = new HashMap<>(Operation.input(env));
        Map<String, Object> company = new HashMap<>();
        company.put("name", input.get("companyName"));
        company.put("domain", input.get("companyDomain"));
        company.values().removeIf(v -> v == null);
        input.put("company", company);
        List<SimPerson> found = scope.backend().people().search(input).page();
        if (found.isEmpty()) {
            return map("personId", null, "hasEmail", false, "hasPhone", false);
        }
        SimPerson best = found.get(0);
        return map("personId", best.id(), "hasEmail", best.sellsEmail(), "hasPhone", best.sellsPhone());
    }

    private static Object searchCompany(DataFetchingEnvironment env, RequestScope scope) {
        Candidates<SimCompany> found = CompanyDirectory.search(Operation.input(env));
        if (CreditSelection.ofCompanies(env.getSelectionSet(), "results").companyInfo()) {
            scope.charge(
                    "searchCompany", found.page().stream().map(c -> Sales.of(c)).toList());
        }
        return map("totalResults", found.total(), "hasMore", found.hasMore(), "results", found.page());
    }

    private static Object matchProfile(DataFetchingEnvironment env, RequestScope scope) {
        Candidates<SimPerson> found = scope.backend().people().search(Operation.input(env));
        CreditSelection selected =
                CreditSelection.ofFlat(env.getSelectionSet(), "people/person", "people/person/company");
        scope.charge("matchProfile", Sales.of(found.page(), selected));
        return map(
                        "people",
                        found.page().stream()
                                .map(p -> map("confidence", p.confidence(), "person", p))
                                .toList())
                .and("fallbackCompanies", List.of());
    }
}

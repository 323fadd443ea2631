/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.credit.BilledItem;
import io.github.camelleadiq.simulator.credit.CreditSelection;
import io.github.camelleadiq.simulator.people.Population;
import io.github.camelleadiq.simulator.people.SearchCriteria;
import io.github.camelleadiq.simulator.people.SimPerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Searching the population by criteria. */
final class SearchOperations {
    static final Map<String, Operation> ALL = Map.of(
            "flatAdvancedSearch", SearchOperations::flat,
            "groupedAdvancedSearch", SearchOperations::grouped);

    private SearchOperations() {}

    private static Object flat(DataFetchingEnvironment env, RequestScope scope) {
        Map<String, Object> input = Operation.input(env);
        PagingArguments.check(input);
        Predicate<SimPerson> criteria = SearchCriteria.of(input);
        Population population = scope.backend().population();
        List<SimPerson> people = population.people(criteria, PagingArguments.skip(input), PagingArguments.limit(input));
        CreditSelection selected = CreditSelection.ofFlat(env.getSelectionSet(), "people", "people/company");
        scope.charge("flatAdvancedSearch", Sales.of(people, selected));
        MapOf answer = map("people", people);
        return env.getSelectionSet().contains("totalPeople")
                ? answer.and("totalPeople", population.countPeople(criteriaOf(input), criteria))
                : answer;
    }

    private static Object grouped(DataFetchingEnvironment env, RequestScope scope) {
        Map<String, Object> input = Operation.input(env);
        PagingArguments.check(input);
        Predicate<SimPerson> criteria = SearchCriteria.of(input);
        Population population = scope.backend().population();
        int perCompany = input.get("limitPerCompany") instanceof Integer limit ? limit : PagingArguments.DEFAULT_LIMIT;
        CreditSelection selected = CreditSelection.ofFlat(
                env.getSelectionSet(), "companies/people", "companies/company", "companies/people/company");
        List<BilledItem> sales = new ArrayList<>();
        List<MapOf> companies = new ArrayList<>();
        for (Population.Staff staff :
                population.staff(criteria, PagingArguments.skip(input), PagingArguments.limit(input))) {
            List<SimPerson> people = staff.people().stream().limit(perCompany).toList();
            sales.addAll(Sales.of(people, selected));
            companies.add(map("company", staff.company(), "people", people)
                    .and("totalContactsInCompany", (long) staff.people().size()));
        }
        scope.charge("groupedAdvancedSearch", sales);
        MapOf answer = map("companies", companies);
        return env.getSelectionSet().contains("totalCompanies")
                ? answer.and("totalCompanies", population.countCompanies(criteriaOf(input), criteria))
                : answer;
    }

    /** What decides the total: the input without its paging. */
    private static Map<String, Object> criteriaOf(Map<String, Object> input) {
        Map<String, Object> criteria = new HashMap<>(input);
        criteria.keySet().removeAll(List.of("skip", "limit", "limitPerCompany"));
        return criteria;
    }
}

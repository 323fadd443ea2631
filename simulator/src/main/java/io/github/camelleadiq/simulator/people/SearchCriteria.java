/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the filters of the advanced searches. Lists are alternatives; different criteria must all hold. */
public final class SearchCriteria {
    private static final Map<String, BiPredicate<SimPerson, Object>> CONTACT = Map.of(
            "ids", is(SimPerson::id),
            "names", contains(SimPerson::fullName),
            "titles", contains(SimPerson::title),
            "linkedinIds", is(SimPerson::linkedinId),
            "linkedinUrls", is(SimPerson::linkedinUrl),
            "seniorities", is(SimPerson::seniority),
            "roles", contains(SimPerson::role),
            "locations", (p, place) -> isAt(p.place(), place),
            "containsWorkEmails",
                    (p, status) -> p.hasWorkEmail() && p.emailStatus().equals(status));

    private static final Map<String, BiPredicate<SimPerson, Object>> COMPANY = Map.ofEntries(
            Map.entry("ids", is(p -> p.company().id())),
            Map.entry("names", contains(p -> p.company().name())),
            Map.entry("domains", is(SimPerson::domain)),
            Map.entry("linkedinIds", is(p -> p.company().linkedinId())),
            Map.entry("industries", contains(p -> p.company().industry())),
            Map.entry("sizes", (p, size) -> isWithin(p.company().employees(), size)),
            Map.entry("locations", (p, place) -> isAt(p.company().place(), place)),
            Map.entry("cities", contains(p -> p.company().place().city())),
            Map.entry("states", contains(p -> p.company().place().state())),
            Map.entry("countries", contains(p -> p.company().place().country())),
            Map.entry("postalCodes", is(p -> p.company().postalCode())),
            Map.entry("technologies", (p, name) -> p.company().technologies().contains(name)));

    private SearchCriteria() {}

    /** @param input a {@code FlatSearchInput} or {@code GroupedSearchInput} */
    public static Predicate<SimPerson> of(Map<String, Object> input) {
        return all(CONTACT, input.get("contactFilter"))
                .and(all(COMPANY, input.get("companyFilter")))
                .and(none(CONTACT, input.get("contactExcludedFilter")))
                .and(none(COMPANY, input.get("companyExcludedFilter")));
    }

    private static Predicate<SimPerson> none(Map<String, BiPredicate<SimPerson, Object>> criteria, Object filter) {
        return filter instanceof Map<?, ?> given && !given.isEmpty()
                ? all(criteria, filter).negate()
                : person -> true;
    }

    private static Predicate<SimPerson> all(Map<String, BiPredicate<SimPerson, Object>> criteria, Object filter) {
        Predicate<SimPerson> all = person -> true;
        if (filter instanceof Map<?, ?> given) {
            for (Map.Entry<?, ?> entry : given.entrySet()) {
                BiPredicate<SimPerson, Object> criterion = criteria.get(entry.getKey());
                if (criterion != null && entry.getValue() instanceof List<?> values && !values.isEmpty()) {
                    all = all.and(p -> values.stream().anyMatch(v -> criterion.test(p, v)));
                }
            }
        }
        return all;
    }

    private static BiPredicate<SimPerson, Object> is(Function<SimPerson, String> field) {
        return (person, value) -> field.apply(person).equalsIgnoreCase(String.valueOf(value));
    }

    private static BiPredicate<SimPerson, Object> contains(Function<SimPerson, String> field) {
        return (person, value) -> lower(field.apply(person)).contains(lower(String.valueOf(value)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isAt(SamplePlace place, Object wanted) {
        Map<?, ?> parts = (Map<?, ?>) wanted;
        return fits(parts.get("city"), place.city())
                && fits(parts.get("areaLevel1"), place.state())
                && fits(parts.get("country"), place.country());
    }

    private static boolean fits(Object wanted, String actual) {
        return wanted == null || lower(actual).contains(lower(wanted.toString()));
    }

    private static boolean isWithin(int number, Object range) {
        Map<?, ?> ends = (Map<?, ?>) range;
        return (!(ends.get("min") instanceof Integer min) || number >= min)
                && (!(ends.get("max") instanceof Integer max) || number <= max);
    }
}

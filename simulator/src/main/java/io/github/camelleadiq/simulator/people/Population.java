/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The people that advanced searches range over: person number i is computed when needed, ten to a company. */
public final class Population {
    /** A company with those of its people who were asked for. */
    public record Staff(SimCompany company, List<SimPerson> people) {}

    private static final int PER_COMPANY = 10;
    private static final String[] FIRST = {
        "ada", "bruno", "chiara", "dmitri", "elena", "farid", "greta", "hugo", "ines", "jonas", "keiko", "lars", "mira"
    };
    private static final String[] LAST = {
        "abbott",
        "becker",
        "castro",
        "dubois",
        "eriksen",
        "fischer",
        "garcia",
        "hansen",
        "ibrahim",
        "jansen",
        "kowalski"
    };
    private static final String[] COLOURS = {"amber", "blue", "coral", "dusty", "ebony", "fern", "golden", "hazel"};
    private static final String[] THINGS = {"anvil", "bridge", "castle", "delta", "engine", "forge", "garden", "harbor"
    };

    private final int size;
    private final Map<Object, Long> totals = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
            return size() > 100;
        }
    };

    /** @param size how many people there are, up to a million or so */
    public Population(int size) {
        this.size = size;
    }

    private int companies() {
        return (size + PER_COMPANY - 1) / PER_COMPANY;
    }

    static SimPerson person(int index) {
        int company = index / PER_COMPANY;
        // consecutive first names differ, so no two people of a company have one name
        String first = FIRST[(company + index % PER_COMPANY) % FIRST.length];
        String last = LAST[Hash.below(company, index % PER_COMPANY, LAST.length)];
        return new SimPerson(first + "-" + last, company(company).domain(), null, 100);
    }

    static SimCompany company(int index) {
        int pairs = COLOURS.length * THINGS.length;
        String name = COLOURS[index % COLOURS.length] + "-" + THINGS[index / COLOURS.length % THINGS.length];
        return new SimCompany(index < pairs ? name + ".example" : name + "-" + index / pairs + ".example");
    }

    /** The people who pass, those numbered skip to skip + limit - 1. */
    public List<SimPerson> people(Predicate<SimPerson> filter, int skip, int limit) {
        return IntStream.range(0, size)
                .mapToObj(Population::person)
                .filter(filter)
                .skip(skip)
                .limit(limit)
                .toList();
    }

    /** The companies that employ a person who passes, with those people. */
    public List<Staff> staff(Predicate<SimPerson> filter, int skip, int limit) {
        return matchingCompanies(filter)
                .skip(skip)
                .limit(limit)
                .mapToObj(c -> new Staff(
                        company(c),
                        peopleOf(c).mapToObj(Population::person).filter(filter).toList()))
                .toList();
    }

    /** How many people pass. Counted once for each criteria, since counting a large population takes a while. */
    public synchronized long countPeople(Object criteria, Predicate<SimPerson> filter) {
        return totals.computeIfAbsent(List.of("people", criteria), c -> IntStream.range(0, size)
                .mapToObj(Population::person)
                .filter(filter)
                .count());
    }

    /** How many companies employ a person who passes. */
    public synchronized long countCompanies(Object criteria, Predicate<SimPerson> filter) {
        return totals.computeIfAbsent(
                List.of("companies", criteria), c -> matchingCompanies(filter).count());
    }

    private IntStream matchingCompanies(Predicate<SimPerson> filter) {
        return IntStream.range(0, companies())
                .filter(c -> peopleOf(c).mapToObj(Population::person).anyMatch(filter));
    }

    private IntStream peopleOf(int company) {
        return IntStream.range(company * PER_COMPANY, Math.min(size, (company + 1) * PER_COMPANY));
    }
}

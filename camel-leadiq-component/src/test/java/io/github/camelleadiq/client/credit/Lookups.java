/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQResponse;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.TestClient;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Mixed traffic: all that can be billed, of few people and companies, so that much of it is asked for again. */
final class Lookups {

    /** Every trait that the simulator knows, twice people whose data is all there. */
    private static final List<String> NAMES = List.of(
            "Ada Sample",
            "Bob Sample",
            "Noemail Sample",
            "Nophone Sample",
            "Noemail Nophone",
            "Suppressed Sample",
            "Optedout Sample",
            "Invalid Sample",
            "Several Sample",
            "Veteran Sample",
            "Moonlighter Sample",
            "Nobody Here");

    private static final List<String> DOMAINS = List.of("acme.example", "globex.example", "unknown.example");

    private static final Map<String, Object> EMPLOYERS =
            Map.of("domains", List.of("acme.example", "globex.example", "initech.example"));

    /** One call. */
    record Lookup(LeadIQOperation operation, Selection selection, Map<String, Object> input) {

        CompletableFuture<LeadIQResponse> send(TestClient client) {
            return client.call(operation, selection, input);
        }

        @Override
        public String toString() {
            return operation + " " + selection + " " + input;
        }
    }

    private Lookups() {}

    static Arbitrary<Set<DataPoint>> dataPoints() {
        return Arbitraries.subsetOf(DataPoint.values()).map(points -> {
            Set<DataPoint> withProfile = EnumSet.of(DataPoint.PROFILE);
            withProfile.addAll(points);
            return withProfile;
        });
    }

    /** Lookups of people by name. */
    static Arbitrary<Lookup> people() {
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        Arbitraries.of(DOMAINS),
                        dataPoints(),
                        Arbitraries.integers().between(1, 4))
                .as((name, domain, points, limit) -> new Lookup(
                        LeadIQOperation.SEARCH_PEOPLE,
                        Selection.of(points),
                        Map.of("fullName", name, "company", Map.of("domain", domain), "limit", limit)));
    }

    /** The same people by other identifiers. */
    static Arbitrary<Lookup> peopleByEmail() {
        return Combinators.combine(
                        Arbitraries.of(NAMES), Arbitraries.of(DOMAINS), dataPoints(), Arbitraries.of(true, false))
                .as((name, domain, points, invalid) -> new Lookup(
                        LeadIQOperation.SEARCH_PEOPLE,
                        Selection.of(points),
                        Map.of(
                                "email",
                                name.toLowerCase().replace(' ', '.') + "@" + domain,
                                "includeInvalid",
                                invalid,
                                "limit",
                                2)));
    }

    static Arbitrary<Lookup> companies() {
        return Combinators.combine(
                        Arbitraries.of("acme.example", "globex.example", "several.example", "unknown.example"),
                        Arbitraries.of(DataPoint.COMPANY, DataPoint.PROFILE))
                .as((domain, point) -> new Lookup(
                        LeadIQOperation.SEARCH_COMPANY, Selection.of(Set.of(point)), Map.of("domain", domain)));
    }

    static Arbitrary<Lookup> searches() {
        return Combinators.combine(
                        Arbitraries.of(LeadIQOperation.FLAT_ADVANCED_SEARCH, LeadIQOperation.GROUPED_ADVANCED_SEARCH),
                        dataPoints(),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 4))
                .as((operation, points, skip, limit) -> new Lookup(
                        operation,
                        Selection.of(points),
                        operation == LeadIQOperation.FLAT_ADVANCED_SEARCH
                                ? Map.of("companyFilter", EMPLOYERS, "skip", skip, "limit", limit)
                                : Map.of(
                                        "companyFilter",
                                        EMPLOYERS,
                                        "skip",
                                        skip,
                                        "limit",
                                        limit,
                                        "limitPerCompany",
                                        2)));
    }

    static Arbitrary<Lookup> matches() {
        return Combinators.combine(Arbitraries.of(NAMES), dataPoints())
                .as((name, points) -> new Lookup(
                        LeadIQOperation.MATCH_PROFILE,
                        Selection.of(points),
                        Map.of("email", name.toLowerCase().replace(' ', '.') + "@acme.example")));
    }

    /** Selections of the caller's own, with aliases. */
    static Arbitrary<Lookup> ownFields() {
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        Arbitraries.of(Arrays.asList(
                                "results { id name { fullName } }",
                                "results { id pastPositions { companyInfo { id domain } } }",
                                "results { x: id mails: personalEmails { v: value s: status }"
                                        + " currentPositions { m: emails { value status } } }",
                                "results { id personalPhones { value st: status } currentPositions"
                                        + " { companyInfo { c: id domain } } }",
                                "results { id currentPositions { companyInfo { id name } phones { value status } } }")))
                .as((name, fields) -> new Lookup(
                        LeadIQOperation.SEARCH_PEOPLE,
                        Selection.ofFields(fields),
                        Map.of("fullName", name, "company", Map.of("domain", "acme.example"), "limit", 3)));
    }

    static Arbitrary<Lookup> all() {
        return Arbitraries.oneOf(people(), peopleByEmail(), companies(), searches(), matches(), ownFields());
    }
}

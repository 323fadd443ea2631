/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.people.SimPerson;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** People as the advanced searches and {@code matchProfile} show them. */
final class SearchViews {
    private SearchViews() {}

    static void register() {
        for (String type : List.of("Person", "MatchingServicePerson")) {
            Views.of(type, SimPerson.class)
                    .with("id", SimPerson::id)
                    .with("companyId", p -> p.company().id())
                    .with("company", SimPerson::company)
                    .with("name", SimPerson::fullName)
                    .with("firstName", SimPerson::firstName)
                    .with("middleName", p -> null)
                    .with("lastName", SimPerson::lastName)
                    .with("linkedinId", SimPerson::linkedinId)
                    .with("linkedinUrl", SimPerson::linkedinUrl)
                    .with("title", SimPerson::title)
                    .with("role", SimPerson::role)
                    .with("seniority", SimPerson::seniority)
                    .with("city", p -> p.place().city())
                    .with("state", p -> p.place().state())
                    .with("country", p -> p.place().country())
                    .with("countryCode2", p -> p.place().code2())
                    .with("countryCode3", p -> p.place().code3())
                    .with("workEmails", p -> p.sellsEmail() ? List.of(p.workEmail()) : List.of())
                    .with("verifiedWorkEmails", p -> emails(p, "Verified"))
                    .with("verifiedLikelyWorkEmails", p -> emails(p, "VerifiedLikely"))
                    .with(
                            "personalEmails",
                            p -> p.sellsEmail() && p.hasPersonalEmail() ? List.of(p.personalEmail()) : List.of())
                    .with("workPhones", p -> p.sellsPhone() ? List.of(p.workPhone()) : List.of())
                    .with("personalPhones", p -> p.sellsPhone() ? List.of(p.personalPhone()) : List.of())
                    .with("updatedAt", SimPerson::updatedAt)
                    .withArguments("currentPositionStartDate", (p, env) -> moment(p.positionStart(), env))
                    .with("picture", p -> null)
                    .with("personJobChange", SearchViews::jobChange);
        }
    }

    private static List<String> emails(SimPerson person, String status) {
        return person.sellsEmail() && person.emailStatus().equals(status) ? List.of(person.workEmail()) : List.of();
    }

    /** The live API is seen to send some moments as epoch milliseconds. */
    private static Object moment(Instant moment, Supplier<DataFetchingEnvironment> env) {
        return RequestScope.of(env.get()).isLive() ? moment.toEpochMilli() : moment;
    }

    private static MapOf jobChange(SimPerson person) {
        if (person.pastCompanies().isEmpty()) {
            return null;
        }
        return map(
                        "jobChangeType",
                        "JobChange",
                        "startedAt",
                        person.positionStart().toEpochMilli())
                .and(
                        "previousPosition",
                        map("companyId", person.previousCompany().id(), "company", person.previousCompany())
                                .and("title", "Associate, " + person.role()))
                .and(
                        "currentPosition",
                        map("companyId", person.company().id(), "company", person.company(), "title", person.title())
                                .and("role", person.role())
                                .and("seniority", person.seniority()));
    }
}

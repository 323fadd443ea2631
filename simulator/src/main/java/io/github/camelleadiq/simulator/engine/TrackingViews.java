/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import graphql.schema.DataFetchingEnvironment;
import io.github.camelleadiq.simulator.people.SimPerson;
import io.github.camelleadiq.simulator.state.Connection;
import io.github.camelleadiq.simulator.state.SimulatedJobChange;
import io.github.camelleadiq.simulator.state.TrackedCompanyEntry;
import io.github.camelleadiq.simulator.state.TrackingTask;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Connections, tracked companies, scans and job changes. */
final class TrackingViews {
    /** A scan as one caller saw it: whether it was still running is decided once an answer. */
    record Seen(TrackingTask task, boolean processing) {}

    private TrackingViews() {}

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    static void register() {
        for (String type : List.of("TrackedCompaniesConnection", "JobChangeConnection", "TrackedContactsConnection")) {
            Views.of(type, Connection.class).with("edges", Connection::edges).with("pageInfo", Function.identity());
        }
        for (String type : List.of("TrackedCompanyEdge", "JobChangeEdge", "TrackedContactEdge")) {
            Views.of(type, Connection.Edge.class)
                    .with("cursor", Connection.Edge::cursor)
                    .with("node", Connection.Edge::node);
        }
        Views.of("PageInfo", Connection.class)
                .with("total", Connection::total)
                .with("startCursor", Connection::startCursor)
                .with("endCursor", Connection::endCursor)
                .with("hasPreviousPage", Connection::hasPrevious)
                .with("hasNextPage", Connection::hasNext);
        for (String type : List.of("TrackedCompany", "RemoveTrackedCompanyResult")) {
            Views.of(type, TrackedCompanyEntry.class)
                    .with("id", TrackedCompanyEntry::id)
                    .with("name", TrackedCompanyEntry::name)
                    .with("domain", TrackedCompanyEntry::domain)
                    .with("customData", TrackedCompanyEntry::customData);
        }
        registerTask();
        registerJobChange();
    }

    private static void registerTask() {
        Views.of("CompanyTrackingTask", Seen.class)
                .with("id", s -> s.task().id())
                .with("status", TrackingViews::status)
                .withArguments(
                        "jobChanges",
                        (s, env) ->
                                page(s.processing() ? List.of() : s.task().jobChanges(), SimulatedJobChange::id, env))
                .with("createdAt", s -> s.task().progress().startedAt())
                .with("timeoutAt", s -> s.task().progress().startedAt().plus(Duration.ofHours(1)))
                .with("isTimeout", s -> false)
                .with("isCancelled", s -> s.task().progress().isCancelled())
                .with("monthsBack", s -> s.task().monthsBack())
                .with("jobStartDateFrom", s -> LocalDate.ofInstant(
                                s.task().progress().startedAt(), ZoneOffset.UTC)
                        .minusMonths(s.task().monthsBack()))
                .with("maxContactsPerCompany", s -> s.task().contactsPerCompany())
                .with("icps", s -> list(s, "icps"))
                .with("filters", s -> map("icps", list(s, "icps"), "jobDetections", list(s, "jobDetections"))
                        .and("emailQuality", list(s, "emailQuality"))
                        .and("phoneQuality", s.task().request().get("phoneQuality")))
                .with("suppressedContacts", s -> 0)
                .with("error", s -> s.task().progress().isCancelled() ? "Cancelled" : null)
                .with("errorCode", s -> s.task().progress().isCancelled() ? "Canceled" : null)
                .with("warning", s -> null);
    }

    private static void registerJobChange() {
        Views.of("JobChange", SimulatedJobChange.class)
                .with("id", SimulatedJobChange::id)
                .with("person", c -> person(c.person()))
                .with("currentCompany", c -> map(
                                "id", c.company().id(), "inputName", c.company().name())
                        .and("inputDomain", c.company().domain())
                        .and("customData", c.company().customData()))
                .with("previousCompany", c -> map(
                                "name", c.person().previousCompany().name())
                        .and("domain", c.person().previousCompany().domain()))
                .with("currentPosition", c -> map(
                                "title",
                                c.person().title(),
                                "function",
                                c.person().role())
                        .and("seniority", c.person().seniority())
                        .and(
                                "startDate",
                                LocalDate.ofInstant(c.task().progress().startedAt(), ZoneOffset.UTC)
                                        .minusDays(10)))
                .with(
                        "previousPosition",
                        c -> map("title", "Associate, " + c.person().role()))
                .with("jobChangeType", SimulatedJobChange::type)
                .with("matchedICPIds", c -> List.of())
                .with("duplicateRecordIds", c -> List.of());
    }

    /** One page by the arguments first and after. */
    static <T> Connection<T> page(List<T> all, Function<T, String> cursor, Supplier<DataFetchingEnvironment> env) {
        return Connection.of(all, env.get().getArgument("first"), env.get().getArgument("after"), cursor);
    }

    private static String status(Seen seen) {
        if (seen.task().progress().isCancelled()) {
            return "Failed";
        }
        return seen.processing() ? "Processing" : "Successful";
    }

    private static Object list(Seen seen, String field) {
        return seen.task().request().getOrDefault(field, List.of());
    }

    private static MapOf person(SimPerson p) {
        return map("firstName", p.firstName(), "lastName", p.lastName(), "linkedinUrl", p.linkedinUrl())
                .and("country", p.place().country())
                .and("email", p.sellsEmail() ? p.workEmail() : null)
                .and("emailStatus", p.sellsEmail() ? p.emailStatus() : null)
                .and("personalPhones", ContactData.personalPhones(p))
                .and("personalPhonesWithQuality", ContactData.withQuality(p))
                .and("workPhones", ContactData.workPhones(p))
                .and("contactInfo", ContactData.of(p));
    }
}

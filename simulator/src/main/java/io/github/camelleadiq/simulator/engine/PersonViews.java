/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import io.github.camelleadiq.simulator.people.SimCompany;
import io.github.camelleadiq.simulator.people.SimPerson;
import java.util.List;
import java.util.Map;

/** People as {@code searchPeople} shows them. */
final class PersonViews {
    /**
     * A person, and whether this answer shows email addresses: an invalid one only on demand, a suppressed one only where
     * the schema can say that it is.
     */
    record Found(SimPerson person, boolean showsEmail) {
        static Found of(SimPerson person, boolean includeInvalid, boolean live) {
            return new Found(
                    person,
                    person.hasWorkEmail()
                            && (live || !person.isSuppressed())
                            && (includeInvalid || !person.emailStatus().equals("Invalid")));
        }

        boolean showsPersonalEmail() {
            return showsEmail && person.hasPersonalEmail();
        }
    }

    /** One job of a person. */
    record Job(Found found, SimCompany company, boolean current) {
        SimPerson person() {
            return found.person();
        }
    }

    private PersonViews() {}

    private static List<Job> jobs(Found found, List<SimCompany> companies, boolean current) {
        return companies.stream()
                .map(company -> new Job(found, company, current))
                .toList();
    }

    static void register() {
        Views.of("PersonRecord", Found.class)
                .with("id", f -> f.person().id())
                .with("_id", f -> f.person().id())
                .with("name", f -> name(f.person()))
                .with("currentPositions", f -> jobs(f, f.person().companies(), true))
                .with("pastPositions", f -> jobs(f, f.person().pastCompanies(), false))
                .with("linkedin", f -> linkedin(f.person()))
                .with("location", f -> location(f.person()))
                .with("profiles", f -> List.of())
                .with("updatedAt", f -> f.person().updatedAt())
                .with("confidence", f -> f.person().confidence())
                .with(
                        "personalEmails",
                        f -> f.showsPersonalEmail()
                                ? List.of(email("PersonalEmail", f.person().personalEmail(), f.person()))
                                : List.of())
                .with(
                        "personalPhones",
                        f -> f.person().hasPhone()
                                ? List.of(phone("PersonalMobile", f.person().personalPhone(), f.person()))
                                : List.of());
        Views.of("PositionRecord", Job.class)
                .with("companyId", j -> j.company().id())
                .with(
                        "title",
                        j -> j.current()
                                ? j.person().title()
                                : "Associate, " + j.person().role())
                .with(
                        "dateRange",
                        j -> j.current()
                                ? map("start", j.person().positionStart(), "end", null)
                                : map("start", null, "end", j.person().positionStart()))
                .with("updatedAt", j -> j.person().updatedAt())
                .with("emails", j -> showsEmail(j) ? List.of(workEmail(j.person())) : List.of())
                .with("workEmail", j -> showsEmail(j) ? workEmail(j.person()) : null)
                .with(
                        "phones",
                        j -> isAtAddress(j) && j.person().hasPhone()
                                ? List.of(phone("WorkPhone", j.person().workPhone(), j.person()))
                                : List.of())
                .with("companyInfo", Job::company)
                .with("seniority", j -> j.person().seniority())
                .with("function", j -> j.person().role())
                .with("matchedQuery", Job::current);
    }

    private static boolean showsEmail(Job job) {
        return isAtAddress(job) && job.found().showsEmail();
    }

    /** Whether the person's address and number are those of this job. */
    private static boolean isAtAddress(Job job) {
        return job.current() && job.company().equals(job.person().company());
    }

    private static Map<String, Object> workEmail(SimPerson person) {
        return email("WorkEmail", person.workEmail(), person);
    }

    private static Map<String, Object> email(String type, String value, SimPerson person) {
        return map("type", type, "status", person.emailStatus(), "value", value, "updatedAt", person.updatedAt());
    }

    private static Map<String, Object> phone(String type, String value, SimPerson person) {
        return map("type", type, "status", person.phoneStatus(), "value", value)
                .and("verificationStatus", "LikelyAccurate")
                .and("updatedAt", person.updatedAt());
    }

    private static Map<String, Object> name(SimPerson p) {
        return map("first", p.firstName(), "last", p.lastName(), "middle", null, "fullName", p.fullName());
    }

    private static Map<String, Object> linkedin(SimPerson p) {
        return map("linkedinId", p.linkedinId(), "linkedinUrl", p.linkedinUrl(), "type", "NotApplicable")
                .and("status", "Valid")
                .and("updatedAt", p.updatedAt())
                .and("salesUrls", List.of())
                .and("guid", null);
    }

    private static Map<String, Object> location(SimPerson p) {
        return map(
                        "fullAddress",
                        p.place().formatted(),
                        "city",
                        p.place().city(),
                        "areaLevel1",
                        p.place().state())
                .and("country", p.place().country())
                .and("countryCode2", p.place().code2())
                .and("countryCode3", p.place().code3())
                .and("type", "NotApplicable")
                .and("status", "Valid")
                .and("updatedAt", p.updatedAt());
    }
}

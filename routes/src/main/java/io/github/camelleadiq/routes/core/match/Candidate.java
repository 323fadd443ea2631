/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.routes.core.plan.Rung;
import java.util.List;
import java.util.Objects;

/** What LeadIQ found for a record. */
public sealed interface Candidate {
    /** LeadIQ's id; null if LeadIQ gave none. */
    String id();

    /** By what it was found: LeadIQ vouches for that. */
    Rung foundBy();

    /** Candidates of people. */
    static List<Candidate> people(List<PersonRecord> people, Rung foundBy) {
        return people.stream()
                .filter(Objects::nonNull)
                .<Candidate>map(person -> new OfPerson(person, null, foundBy))
                .toList();
    }

    /** Candidates of companies. */
    static List<Candidate> companies(List<CompanyInfo> companies, Rung foundBy) {
        return companies.stream()
                .filter(Objects::nonNull)
                .<Candidate>map(company -> new OfCompany(company, foundBy))
                .toList();
    }

    /**
     * A person.
     *
     * @param person LeadIQ's record
     * @param position the current position that the CRM means; null before matching, and if there is none
     * @param foundBy by what it was found
     */
    record OfPerson(PersonRecord person, PositionRecord position, Rung foundBy) implements Candidate {
        @Override
        public String id() {
            return person.id();
        }

        /** The id only: the rest is personal data. */
        @Override
        public String toString() {
            return "person " + id();
        }
    }

    /**
     * A company.
     *
     * @param company LeadIQ's record
     * @param foundBy by what it was found
     */
    record OfCompany(CompanyInfo company, Rung foundBy) implements Candidate {
        @Override
        public String id() {
            return company.id();
        }

        @Override
        public String toString() {
            return "company " + id();
        }
    }
}

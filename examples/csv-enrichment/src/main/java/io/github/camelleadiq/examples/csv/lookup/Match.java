/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PositionRecord;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * Of a person that LeadIQ knows, what goes into the file.
 *
 * @param position the current job that was searched for, or else the first one; null if there is none
 * @param email null if there is none that may be written to
 * @param phone null if there is none that may be called
 * @param candidates how many people LeadIQ found in all; this is the best of them
 */
public record Match(PersonRecord person, PositionRecord position, Contact email, Contact phone, int candidates) {

    public static Match of(PersonRecord person, int candidates) {
        PositionRecord position = person.currentPositions().stream()
                .min(Comparator.comparing(current -> !Boolean.TRUE.equals(current.matchedQuery())))
                .orElse(null);
        return new Match(
                person,
                position,
                BestEmail.of(person).orElse(null),
                BestPhone.of(person).orElse(null),
                candidates);
    }

    /** Something of the current position, or null. */
    public <T> T ofPosition(Function<PositionRecord, T> value) {
        return Optional.ofNullable(position).map(value).orElse(null);
    }

    /** Something of the current employer, or null. */
    public <T> T ofCompany(Function<CompanyInfo, T> value) {
        return Optional.ofNullable(position)
                .map(PositionRecord::companyInfo)
                .map(value)
                .orElse(null);
    }

    /** Not the values: they are personal data. */
    @Override
    public String toString() {
        return "Match";
    }
}

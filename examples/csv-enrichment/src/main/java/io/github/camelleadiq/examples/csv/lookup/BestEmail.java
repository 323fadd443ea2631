/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import io.github.camelleadiq.model.EmailVerificationStatusType;
import io.github.camelleadiq.model.PersonRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Picks the email address to write to: the most trusted one, and of equally trusted ones that at work. */
final class BestEmail {

    /** By falling trust. Any other status, Invalid, Suppressed or one that is new, is never written to. */
    private static final List<EmailVerificationStatusType> TRUSTED = List.of(
            EmailVerificationStatusType.VERIFIED,
            EmailVerificationStatusType.VERIFIED_LIKELY,
            EmailVerificationStatusType.UNVERIFIED);

    private record Candidate(String value, EmailVerificationStatusType status) {}

    private BestEmail() {}

    static Optional<Contact> of(PersonRecord person) {
        return candidates(person)
                .filter(candidate -> TRUSTED.contains(candidate.status()))
                .min(Comparator.comparingInt(candidate -> TRUSTED.indexOf(candidate.status())))
                .map(candidate ->
                        new Contact(candidate.value(), candidate.status().value()));
    }

    /** Whether LeadIQ gave an address away; it keeps those of people who opted out. */
    static boolean isSold(PersonRecord person) {
        return candidates(person)
                .anyMatch(candidate -> !EmailVerificationStatusType.SUPPRESSED.equals(candidate.status()));
    }

    private static Stream<Candidate> candidates(PersonRecord person) {
        return Stream.concat(
                        person.currentPositions().stream()
                                .flatMap(position -> Stream.concat(
                                        Stream.ofNullable(position.workEmail()), position.emails().stream()))
                                .map(email -> new Candidate(email.value(), email.status())),
                        person.personalEmails().stream().map(email -> new Candidate(email.value(), email.status())))
                .filter(candidate -> candidate.value() != null && candidate.status() != null);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PhoneType;
import io.github.camelleadiq.model.PhoneVerificationStatusType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Picks the phone number to call: the most trusted one that reaches the person, at work before at home. */
final class BestPhone {

    /** By falling trust. Any other status, Invalid, Suppressed or one that is new, is never called. */
    private static final List<PhoneVerificationStatusType> TRUSTED = List.of(
            PhoneVerificationStatusType.VERIFIED,
            PhoneVerificationStatusType.LIKELY_ACCURATE,
            PhoneVerificationStatusType.UNVERIFIED);

    private static final Set<PhoneType> NOBODYS = Set.of(PhoneType.FAX, PhoneType.WORK_HQ, PhoneType.WORK_BRANCH);

    private record Candidate(String value, PhoneType type, PhoneVerificationStatusType status) {}

    private BestPhone() {}

    static Optional<Contact> of(PersonRecord person) {
        return candidates(person)
                .filter(candidate -> candidate.type() == null || !NOBODYS.contains(candidate.type()))
                .filter(candidate -> TRUSTED.contains(candidate.status()))
                .min(Comparator.comparingInt(candidate -> TRUSTED.indexOf(candidate.status())))
                .map(candidate ->
                        new Contact(candidate.value(), candidate.status().value()));
    }

    /** Whether LeadIQ gave a number away; it keeps those of people who opted out. */
    static boolean isSold(PersonRecord person) {
        return candidates(person)
                .anyMatch(candidate -> !PhoneVerificationStatusType.SUPPRESSED.equals(candidate.status()));
    }

    private static Stream<Candidate> candidates(PersonRecord person) {
        return Stream.concat(
                        person.currentPositions().stream()
                                .flatMap(position -> position.phones().stream())
                                .map(phone -> new Candidate(phone.value(), phone.type(), phone.status())),
                        person.personalPhones().stream()
                                .map(phone -> new Candidate(phone.value(), phone.type(), phone.status())))
                .filter(candidate -> candidate.value() != null && candidate.status() != null);
    }
}

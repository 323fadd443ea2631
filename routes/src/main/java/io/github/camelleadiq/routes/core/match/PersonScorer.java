/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.model.LocationRecord;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PersonalEmailRecordType;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.model.WorkEmailRecordType;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.match.Employer.Relation;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.text.Countries;
import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.LinkedIn;
import io.github.camelleadiq.routes.core.text.PersonNames;
import io.github.camelleadiq.routes.core.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares people with what the CRM knows. */
final class PersonScorer implements Scorer {
    private static final Map<Relation, Double> COMPANY_SCORES =
            Map.of(Relation.SAME, 1.0, Relation.SIMILAR, 0.6, Relation.DIFFERENT, 0.0);

    private final String id;
    private final Optional<String> linkedIn;
    private final List<String> emails;
    private final Optional<String> name;
    private final Optional<String> country;
    private final Employer employer;

    PersonScorer(CrmRecord crmRecord, EnrichmentProfile profile) {
        id = profile.identifier(crmRecord, Identifier.LEADIQ_ID).orElse(null);
        linkedIn = profile.identifier(crmRecord, Identifier.LINKEDIN_URL).flatMap(LinkedIn::person);
        emails = profile.identifiers().getOrDefault(Identifier.EMAIL, List.of()).stream()
                .flatMap(field -> Domains.email(crmRecord.text(field)).stream())
                .toList();
        name = name(crmRecord, profile);
        country = profile.identifier(crmRecord, Identifier.COUNTRY).flatMap(Countries::code);
        employer = Employer.of(crmRecord, profile);
    }

    @Override
    public Scored score(Candidate candidate) {
        Candidate.OfPerson given = (Candidate.OfPerson) candidate;
        PersonRecord person = given.person();
        PositionRecord position = position(person);
        Signals signals = new Signals();
        if (id != null && (id.equals(person.id()) || given.foundBy() == Rung.LEADIQ_ID)) {
            signals.add(Signal.LEADIQ_ID, 1);
        }
        Optional<String> theirs = linkedIn(person);
        if (linkedIn.isPresent() && theirs.isPresent()) {
            // people rename their page: LeadIQ knows the page under the old name as well
            signals.add(Signal.LINKEDIN, linkedIn.equals(theirs) || given.foundBy() == Rung.LINKEDIN_URL ? 1 : 0);
        } else if (given.foundBy() == Rung.LINKEDIN_URL) {
            signals.add(Signal.LINKEDIN, 1);
        }
        // another email says nothing: people have several
        if (given.foundBy() == Rung.EMAIL || emails(person).anyMatch(emails::contains)) {
            signals.add(Signal.EMAIL, 1);
        }
        name.ifPresent(own -> signals.add(Signal.NAME, likeness(own, person)));
        company(position, given.foundBy()).ifPresent(score -> signals.add(Signal.COMPANY, score));
        if (country.isPresent()) {
            country(person.location())
                    .ifPresent(code -> signals.add(Signal.COUNTRY, code.equals(country.get()) ? 1 : 0));
        }
        if (person.confidence() != null) {
            signals.add(Signal.LEADIQ_CONFIDENCE, Math.max(0, Math.min(100, person.confidence())) / 100.0);
        }
        return new Scored(
                new Candidate.OfPerson(person, position, given.foundBy()), confidence(signals), signals.evidence());
    }

    /** Somebody who is known for sure, without the company's word, and whose company is another one now. */
    @Override
    public Optional<MatchResult> insteadOf(Scored best) {
        Candidate.OfPerson candidate = (Candidate.OfPerson) best.candidate();
        Relation relation = relation(candidate.position());
        boolean left = candidate.position() == null
                && candidate.person().pastPositions().stream()
                        .filter(Objects::nonNull)
                        .anyMatch(position -> relation(position) == Relation.SAME);
        if (!left && relation != Relation.DIFFERENT) {
            return Optional.empty();
        }
        Signals identity = new Signals(best.evidence().stream()
                .filter(evidence -> evidence.signal() != Signal.COMPANY)
                .toList());
        boolean known =
                Stream.of(Signal.LEADIQ_ID, Signal.LINKEDIN, Signal.EMAIL).anyMatch(identity::isFor);
        if (!known || confidence(identity) < 0.7) {
            return Optional.empty();
        }
        Scored person = new Scored(candidate, confidence(identity), best.evidence());
        String newCompany = left ? null : Employer.of(candidate.position()).shown();
        return Optional.of(new MatchResult.JobChanged(person, employer.shown(), newCompany));
    }

    private static double confidence(Signals signals) {
        double confidence = signals.mean();
        boolean known =
                Stream.of(Signal.LEADIQ_ID, Signal.LINKEDIN, Signal.EMAIL).anyMatch(signals::isFor);
        if (signals.isBelow(Signal.NAME, 0.5)) {
            // a shared mailbox, or an id that went to the wrong record
            confidence = Math.min(confidence, 0.6);
        }
        if (!known && !signals.isFor(Signal.COMPANY)) {
            // a namesake
            confidence = Math.min(confidence, 0.5);
        }
        if (signals.isBelow(Signal.LINKEDIN, 0.5) && !signals.isFor(Signal.EMAIL) && !signals.isFor(Signal.LEADIQ_ID)) {
            confidence = Math.min(confidence, 0.5);
        }
        return confidence;
    }

    private Optional<Double> company(PositionRecord position, Rung foundBy) {
        Relation relation = relation(position);
        if (relation == Relation.UNKNOWN) {
            // LeadIQ compared the domain, which we have not bought
            boolean vouched = foundBy == Rung.NAME_AND_DOMAIN || foundBy == Rung.NAME_AND_COMPANY;
            return vouched && position != null ? Optional.of(0.95) : Optional.empty();
        }
        return Optional.of(COMPANY_SCORES.get(relation));
    }

    private Relation relation(PositionRecord position) {
        return position == null || employer.isUnknown() ? Relation.UNKNOWN : employer.compare(Employer.of(position));
    }

    /** The current position that the CRM means: at its company, else the one that LeadIQ found by, else the first. */
    private PositionRecord position(PersonRecord person) {
        return person.currentPositions().stream()
                .filter(Objects::nonNull)
                .min(Comparator.comparing(this::relation)
                        .thenComparing(position -> !Boolean.TRUE.equals(position.matchedQuery())))
                .orElse(null);
    }

    private static double likeness(String own, PersonRecord person) {
        if (person.name() == null) {
            return 0;
        }
        String parts = Stream.of(person.name().first(), person.name().last())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Stream.of(parts, person.name().fullName())
                .filter(Objects::nonNull)
                .mapToDouble(theirs -> PersonNames.likeness(own, theirs))
                .max()
                .orElse(0);
    }

    private static Optional<String> linkedIn(PersonRecord person) {
        return person.linkedin() == null
                ? Optional.empty()
                : LinkedIn.person(person.linkedin().linkedinUrl());
    }

    private static Optional<String> country(LocationRecord location) {
        return location == null
                ? Optional.empty()
                : Countries.code(location.countryCode2()).or(() -> Countries.code(location.country()));
    }

    private static Stream<String> emails(PersonRecord person) {
        Stream<String> work = Stream.concat(person.currentPositions().stream(), person.pastPositions().stream())
                .filter(Objects::nonNull)
                .flatMap(position -> Stream.concat(Stream.ofNullable(position.workEmail()), position.emails().stream()))
                .filter(Objects::nonNull)
                .map(WorkEmailRecordType::value);
        Stream<String> personal =
                person.personalEmails().stream().filter(Objects::nonNull).map(PersonalEmailRecordType::value);
        return Stream.concat(work, personal).flatMap(email -> Domains.email(email).stream());
    }

    private static Optional<String> name(CrmRecord crmRecord, EnrichmentProfile profile) {
        Function<Identifier, Optional<String>> read =
                identifier -> profile.identifier(crmRecord, identifier).flatMap(Texts::name);
        Optional<String> first = read.apply(Identifier.FIRST_NAME);
        Optional<String> last = read.apply(Identifier.LAST_NAME);
        return first.isPresent() && last.isPresent()
                ? Optional.of(first.get() + " " + last.get())
                : read.apply(Identifier.FULL_NAME).or(() -> last).or(() -> first);
    }
}

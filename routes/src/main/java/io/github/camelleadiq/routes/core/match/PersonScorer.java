/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.model.LocationRecord;
import io.github.camelleadiq.model.NameInfo;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PersonalEmailRecordType;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.model.WorkEmailRecordType;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.match.Employer.Relation;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.text.Agreement;
import io.github.camelleadiq.routes.core.text.Countries;
import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.LinkedIn;
import io.github.camelleadiq.routes.core.text.NameComparison;
import io.github.camelleadiq.routes.core.text.PersonName;
import io.github.camelleadiq.routes.core.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares people with what the CRM knows. */
final class PersonScorer implements Scorer {
    private static final Set<Signal> IDENTITIES = Set.of(Signal.LEADIQ_ID, Signal.LINKEDIN, Signal.EMAIL);
    private static final Set<Signal> EMPLOYER = Set.of(Signal.DOMAIN, Signal.COMPANY);
    private static final Set<Signal> NAME = Set.of(Signal.GIVEN_NAME, Signal.FAMILY_NAME, Signal.SUFFIX);

    private final String id;
    private final Optional<String> linkedIn;
    private final List<String> emails;
    private final List<PersonName> names;
    private final Optional<String> country;
    private final Employer employer;

    PersonScorer(CrmRecord crmRecord, EnrichmentProfile profile) {
        id = profile.identifier(crmRecord, Identifier.LEADIQ_ID).orElse(null);
        linkedIn = profile.identifier(crmRecord, Identifier.LINKEDIN_URL).flatMap(LinkedIn::person);
        emails = profile.identifiers().getOrDefault(Identifier.EMAIL, List.of()).stream()
                .flatMap(field -> Domains.email(crmRecord.text(field)).stream())
                .toList();
        names = names(crmRecord, profile);
        country = profile.identifier(crmRecord, Identifier.COUNTRY).flatMap(Countries::code);
        employer = Employer.of(crmRecord, profile);
    }

    @Override
    public Scored score(Candidate candidate) {
        Candidate.OfPerson given = (Candidate.OfPerson) candidate;
        PersonRecord person = given.person();
        PositionRecord position = position(person);
        Signals signals = new Signals();
        boolean isId = id != null && (id.equals(person.id()) || given.foundBy() == Rung.LEADIQ_ID);
        signals.add(Signal.LEADIQ_ID, isId ? Agreement.AGREES : Agreement.MISSING);
        // people rename their page: LeadIQ knows the page under the old name as well
        signals.add(Signal.LINKEDIN, given.foundBy() == Rung.LINKEDIN_URL ? Agreement.AGREES : linkedIn(person));
        signals.add(Signal.EMAIL, email(given));
        name(signals, person);
        employer(signals, position, given.foundBy());
        Optional<String> theirs = country(person.location());
        signals.add(
                Signal.COUNTRY,
                country.isEmpty() || theirs.isEmpty()
                        ? Agreement.MISSING
                        : country.equals(theirs) ? Agreement.AGREES : Agreement.CONTRADICTS);
        if (person.confidence() == null) {
            signals.add(Signal.LEADIQ_CONFIDENCE, Agreement.MISSING);
        } else {
            double score = Math.max(0, Math.min(100, person.confidence())) / 100.0;
            signals.add(new Evidence(
                    Signal.LEADIQ_CONFIDENCE, score >= 0.8 ? Agreement.AGREES : Agreement.SIMILAR, score, true));
        }
        return new Scored(
                new Candidate.OfPerson(person, position, given.foundBy()),
                confidence(signals, person),
                signals.evidence());
    }

    /** A person who is known for sure, without the company's word, and whose company is another one now. */
    @Override
    public Optional<MatchResult> insteadOf(Scored best) {
        Candidate.OfPerson candidate = (Candidate.OfPerson) best.candidate();
        boolean left = candidate.position() == null
                && candidate.person().pastPositions().stream()
                        .filter(Objects::nonNull)
                        .anyMatch(position -> relation(position) == Relation.SAME);
        boolean isElsewhere = best.evidence().stream()
                .anyMatch(item -> EMPLOYER.contains(item.signal()) && item.agreement() == Agreement.CONTRADICTS);
        if (!left && !isElsewhere) {
            return Optional.empty();
        }
        Signals identity = new Signals(best.evidence().stream()
                .filter(evidence -> !EMPLOYER.contains(evidence.signal()))
                .toList());
        double confidence = confidence(identity, candidate.person());
        if (!identity.anyAgrees(IDENTITIES) || confidence < 0.7) {
            return Optional.empty();
        }
        String newCompany = left ? null : Employer.of(candidate.position()).shown();
        return Optional.of(new MatchResult.JobChanged(
                new Scored(candidate, confidence, best.evidence()), employer.shown(), newCompany));
    }

    private double confidence(Signals signals, PersonRecord person) {
        boolean isKnown = signals.anyAgrees(IDENTITIES);
        double most = signals.score(Signal.LEADIQ_CONFIDENCE) / 2 + 0.5;
        double confidence = signals.is(Signal.LEADIQ_CONFIDENCE, Agreement.MISSING)
                ? signals.mean()
                : Math.min(signals.mean(), most);
        if (NAME.stream().anyMatch(signals::contradicts) || signals.contradicts(Signal.LINKEDIN)) {
            // a shared mailbox, an id that went to the wrong record, a namesake
            confidence = Math.min(confidence, 0.4);
        }
        if (!isKnown && !signals.anyAgrees(EMPLOYER)) {
            // a namesake
            confidence = Math.min(confidence, 0.5);
        }
        return Math.min(confidence, mostByName(signals, person, isKnown));
    }

    /** How sure one can be by what the names say. */
    private double mostByName(Signals signals, PersonRecord person, boolean isKnown) {
        boolean isGiven = signals.agrees(Signal.GIVEN_NAME);
        boolean isFamily = signals.agrees(Signal.FAMILY_NAME);
        boolean isSomething = isGiven
                || isFamily
                || signals.is(Signal.GIVEN_NAME, Agreement.SIMILAR)
                || signals.is(Signal.FAMILY_NAME, Agreement.SIMILAR);
        boolean isForeign = signals.is(Signal.GIVEN_NAME, Agreement.NOT_COMPARABLE)
                || signals.is(Signal.FAMILY_NAME, Agreement.NOT_COMPARABLE);
        if (!isSomething && isForeign) {
            // names in two scripts: other facts have to say it twice
            return isKnown && facts(signals, person) > 1 ? 1 : 0.75;
        }
        if (!isSomething) {
            return 0.65;
        }
        if (isKnown || (isGiven && isFamily)) {
            return 1;
        }
        // weak evidence is not enough beside a company with many people, but for an initial of a name that else agrees
        boolean isInitial = (isGiven || isFamily)
                && Stream.concat(names.stream(), names(person).stream()).anyMatch(PersonName::hasInitial);
        return isInitial ? 0.85 : 0.75;
    }

    /** How many facts that do not follow from each other say that it is the person. */
    private long facts(Signals signals, PersonRecord person) {
        boolean isMailboxNamed = signals.agrees(Signal.EMAIL)
                && emails.stream()
                        .map(email -> email.substring(0, email.indexOf('@')))
                        .anyMatch(mailbox -> names(person).stream().anyMatch(name -> name.isIn(mailbox)));
        boolean isEmployer = signals.evidence().stream()
                .anyMatch(item -> EMPLOYER.contains(item.signal())
                        && item.agreement() == Agreement.AGREES
                        && (item.isIndependent() || !signals.agrees(Signal.EMAIL)));
        return IDENTITIES.stream().filter(signals::agrees).count() + (isMailboxNamed ? 1 : 0) + (isEmployer ? 1 : 0);
    }

    private Agreement email(Candidate.OfPerson candidate) {
        List<String> shared =
                emails(candidate.person()).filter(emails::contains).toList();
        boolean isFound = candidate.foundBy() == Rung.EMAIL;
        if (!isFound && shared.isEmpty()) {
            // another email says nothing: people have several
            return Agreement.MISSING;
        }
        // found by one of the record's; which one is not known where LeadIQ shows none
        List<String> same = shared.isEmpty() ? emails : shared;
        return !same.isEmpty() && same.stream().allMatch(Domains::isRoleMailbox)
                ? Agreement.NOT_COMPARABLE
                : Agreement.AGREES;
    }

    private Agreement linkedIn(PersonRecord person) {
        Optional<String> theirs = person.linkedin() == null
                ? Optional.empty()
                : LinkedIn.person(person.linkedin().linkedinUrl());
        return linkedIn.isEmpty() || theirs.isEmpty()
                ? Agreement.MISSING
                : LinkedIn.compare(linkedIn.get(), theirs.get());
    }

    private void name(Signals signals, PersonRecord person) {
        NameComparison compared = names.stream()
                .flatMap(own -> names(person).stream().map(own::compare))
                .max(Comparator.comparing((NameComparison one) -> !one.contradicts())
                        .thenComparing(NameComparison::likeness))
                .orElse(new NameComparison(Agreement.MISSING, Agreement.MISSING, Agreement.MISSING, 0));
        signals.add(Signal.GIVEN_NAME, compared.given());
        signals.add(Signal.FAMILY_NAME, compared.family());
        signals.add(Signal.SUFFIX, compared.suffix());
        boolean isPage = signals.agrees(Signal.LINKEDIN) || signals.agrees(Signal.LEADIQ_ID);
        if (isPage && compared.given() == Agreement.AGREES && compared.family() == Agreement.CONTRADICTS) {
            // people marry: the page is the same and so is the given name
            signals.discount(Signal.FAMILY_NAME);
        }
    }

    /** Domain and name of the company are one fact: the surer of the two counts. */
    private void employer(Signals signals, PositionRecord position, Rung foundBy) {
        Employer.Comparison compared = compare(position);
        boolean isKnown = signals.anyAgrees(IDENTITIES);
        signals.add(Signal.DOMAIN, compared.domain());
        signals.add(Signal.COMPANY, compared.name());
        // LeadIQ compared what we have not bought
        boolean isAsked = position != null && !signals.contradicts(Signal.COMPANY);
        boolean hasDomain =
                !employer.domains().isEmpty() || !employer.mailDomains().isEmpty();
        if (isAsked && foundBy == Rung.NAME_AND_DOMAIN && hasDomain && compared.domain() == Agreement.MISSING) {
            signals.add(new Evidence(Signal.DOMAIN, Agreement.AGREES, 0.95, true));
        }
        if (isAsked
                && foundBy == Rung.NAME_AND_COMPANY
                && !employer.names().isEmpty()
                && compared.name() == Agreement.MISSING
                && !signals.contradicts(Signal.DOMAIN)) {
            signals.add(new Evidence(Signal.COMPANY, Agreement.AGREES, 0.95, true));
        }
        if (signals.agrees(Signal.DOMAIN) && signals.contradicts(Signal.COMPANY)) {
            // the domain of a mailbox may be a provider's that no list has, unless the mailbox is the person's at that
            // company
            signals.discount(compared.isByMail() && !isKnown ? Signal.DOMAIN : Signal.COMPANY);
        } else if (isKnown && signals.contradicts(Signal.DOMAIN) && signals.agrees(Signal.COMPANY)) {
            // the person is known, and companies have several domains
            signals.discount(Signal.DOMAIN);
        }
        boolean isDomainKnown = signals.agrees(Signal.DOMAIN) || signals.contradicts(Signal.DOMAIN);
        signals.dependent(isDomainKnown ? Signal.COMPANY : Signal.DOMAIN);
        if (compared.isByMail() && signals.agrees(Signal.EMAIL)) {
            signals.dependent(Signal.DOMAIN);
        }
    }

    private Employer.Comparison compare(PositionRecord position) {
        return position == null || employer.isUnknown()
                ? Employer.Comparison.UNKNOWN
                : employer.compare(Employer.of(position));
    }

    private Relation relation(PositionRecord position) {
        return compare(position).relation();
    }

    /** The current position that the CRM means: at its company, else the one that LeadIQ found by, else the first. */
    private PositionRecord position(PersonRecord person) {
        return person.currentPositions().stream()
                .filter(Objects::nonNull)
                .min(Comparator.comparing(this::relation)
                        .thenComparing(position -> !Boolean.TRUE.equals(position.matchedQuery())))
                .orElse(null);
    }

    private static List<PersonName> names(PersonRecord person) {
        NameInfo name = person.name();
        if (name == null) {
            return List.of();
        }
        Optional<String> first = Texts.name(name.first());
        Optional<String> last = Texts.name(name.last());
        List<PersonName> names = new ArrayList<>();
        if (first.isPresent() && last.isPresent()) {
            names.add(PersonName.of(first.get(), last.get()));
        }
        Texts.name(name.fullName()).map(PersonName::of).ifPresent(names::add);
        if (names.isEmpty() && (first.isPresent() || last.isPresent())) {
            names.add(PersonName.of(first.orElse(null), last.orElse(null)));
        }
        return names.stream().filter(one -> !one.isEmpty()).toList();
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

    /** The name by its parts, or else as a whole; where a part says nothing, what is left of it. */
    private static List<PersonName> names(CrmRecord crmRecord, EnrichmentProfile profile) {
        Optional<String> first = name(crmRecord, profile, Identifier.FIRST_NAME);
        Optional<String> last = name(crmRecord, profile, Identifier.LAST_NAME);
        Optional<String> full = name(crmRecord, profile, Identifier.FULL_NAME);
        boolean isInParts = first.isPresent() && last.isPresent();
        boolean hasParts = profile.identifiers().containsKey(Identifier.LAST_NAME);
        PersonName name = isInParts || full.isEmpty() || (hasParts && (first.isPresent() || last.isPresent()))
                ? PersonName.of(first.orElse(null), last.orElse(null))
                : PersonName.of(full.get());
        return name.isEmpty() ? List.of() : List.of(name);
    }

    private static Optional<String> name(CrmRecord crmRecord, EnrichmentProfile profile, Identifier identifier) {
        return profile.identifiers().getOrDefault(identifier, List.of()).stream()
                .map(crmRecord::text)
                .flatMap(text -> Texts.name(text).stream())
                .findFirst();
    }
}

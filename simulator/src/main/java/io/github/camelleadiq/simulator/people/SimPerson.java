/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An invented person. Name and employer's domain say everything: all the rest is derived from them, the same in every
 * run.
 *
 * @param slug       the name as in the address, {@code ada-lovelace}
 * @param domain     the employer's
 * @param spelling   the name as it was written, or null to derive it from the slug
 * @param confidence how sure the match is, 0 to 100
 */
public record SimPerson(String slug, String domain, String spelling, int confidence) {
    static final String[] HOME_DOMAINS = {
        "acme.example", "globex.example", "initech.example", "umbrella.example", "hooli.example", "stark.example"
    };
    /** One less than there are homes, so that all are different. */
    static final int MOST_PAST_COMPANIES = HOME_DOMAINS.length - 1;

    private static final String[] ROLES = {"Engineering", "Sales", "Marketing", "Finance", "Operations"};
    private static final String[] SENIORITIES = {"VP", "Director", "Manager", "Executive", "SeniorIndividualContributor"
    };
    private static final String[] RANKS = {"VP of", "Director of", "Manager,", "Chief Officer,", "Senior Specialist,"};
    private static final Instant RECENT = Instant.parse("2026-06-30T12:00:00Z");

    /** Where a person works of whom only the name is known. */
    static String homeDomain(String slug) {
        return Hash.pick(Hash.of(slug), 9, HOME_DOMAINS);
    }

    public SimPerson withConfidence(int certainty) {
        return new SimPerson(slug, domain, spelling, certainty);
    }

    public String id() {
        return "p-" + slug + "-at-" + Slugs.ofDomain(domain);
    }

    public String fullName() {
        return spelling == null ? Slugs.toName(slug) : spelling;
    }

    public String firstName() {
        String name = fullName();
        return name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
    }

    /** The family name, or null where there is only one name. */
    public String lastName() {
        String name = fullName();
        return name.contains(" ") ? name.substring(name.indexOf(' ') + 1) : null;
    }

    public SimCompany company() {
        return new SimCompany(domain);
    }

    /** All present employers, the one of the address first; a moonlighter has two, others have one. */
    public List<SimCompany> companies() {
        return Traits.isMoonlighter(slug)
                ? List.of(company(), new SimCompany("second-job.example"))
                : List.of(company());
    }

    /** Where this person was before, as job changes tell it. */
    public SimCompany previousCompany() {
        return pastCompany(0);
    }

    /** All past employers, the last one first: none to five. */
    public List<SimCompany> pastCompanies() {
        int count = Traits.pastCompanies(slug).orElseGet(() -> Hash.below(hash(), 19, MOST_PAST_COMPANIES + 1));
        return IntStream.range(0, count).mapToObj(this::pastCompany).toList();
    }

    private SimCompany pastCompany(int index) {
        int place = (Hash.below(hash(), 10, HOME_DOMAINS.length) + index) % HOME_DOMAINS.length;
        String past = HOME_DOMAINS[place];
        return new SimCompany(past.equals(domain) ? "former.example" : past);
    }

    /** The short form where the name alone leads to this employer. */
    public String linkedinId() {
        return homeDomain(slug).equals(domain) ? slug : slug + "-at-" + Slugs.ofDomain(domain);
    }

    public String linkedinUrl() {
        return "https://www.linkedin.com/in/" + linkedinId();
    }

    public String workEmail() {
        return slug.replace('-', '.') + "@" + domain;
    }

    public String personalEmail() {
        return slug.replace('-', '.') + "@home.example.com";
    }

    public boolean hasWorkEmail() {
        return Traits.hasEmail(slug);
    }

    /** About one in three has one. */
    public boolean hasPersonalEmail() {
        return hasWorkEmail() && Hash.below(hash(), 11, 3) == 0;
    }

    public boolean hasPhone() {
        return Traits.hasPhone(slug);
    }

    public boolean isSuppressed() {
        return Traits.isSuppressed(slug);
    }

    public boolean optedOut() {
        return Traits.optedOut(slug);
    }

    /** One of the schema's email statuses. */
    public String emailStatus() {
        if (isSuppressed()) {
            return "Suppressed";
        }
        if (Traits.isInvalid(slug)) {
            return "Invalid";
        }
        if (Traits.isUnverified(slug)) {
            return "Unverified";
        }
        return Hash.below(hash(), 12, 4) == 0 ? "VerifiedLikely" : "Verified";
    }

    /** One of the schema's phone statuses. */
    public String phoneStatus() {
        return isSuppressed() ? "Suppressed" : "Verified";
    }

    public String workPhone() {
        return PhoneNumbers.of(hash(), 13);
    }

    public String personalPhone() {
        return PhoneNumbers.of(hash(), 14);
    }

    public String role() {
        return Hash.pick(hash(), 15, ROLES);
    }

    public String seniority() {
        return Hash.pick(hash(), 16, SENIORITIES);
    }

    public String title() {
        return Hash.pick(hash(), 16, RANKS) + " " + role();
    }

    public SamplePlace place() {
        return SamplePlace.of(hash());
    }

    public Instant updatedAt() {
        return RECENT.minus(Hash.below(hash(), 17, 300), ChronoUnit.DAYS);
    }

    public Instant positionStart() {
        return RECENT.minus(300 + Hash.below(hash(), 18, 2_000), ChronoUnit.DAYS);
    }

    /** May be sold: neither absent nor under an opt-out. */
    public boolean sellsEmail() {
        return hasWorkEmail() && !isSuppressed();
    }

    public boolean sellsPhone() {
        return hasPhone() && !isSuppressed();
    }

    private long hash() {
        return Hash.mix(Hash.of(slug) * 31 + Hash.of(domain));
    }
}

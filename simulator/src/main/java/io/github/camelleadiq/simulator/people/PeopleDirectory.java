/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds invented people by any of their identifiers, the most precise of those given first. */
public final class PeopleDirectory {
    private static final int SEVERAL = 25;
    private static final String AT = "-at-";
    private static final Map<String, Predicate<SimPerson>> PROFILE_FILTERS = Map.of(
            "HasWorkEmail", SimPerson::hasWorkEmail,
            "HasVerifiedWorkEmail", p -> p.hasWorkEmail() && p.emailStatus().equals("Verified"),
            "HasPersonalEmail", SimPerson::hasPersonalEmail,
            "HasWorkPhone", SimPerson::hasPhone,
            "HasVerifiedWorkPhone", SimPerson::hasPhone,
            "HasPersonalPhone", SimPerson::hasPhone);

    private final HashedEmails hashedEmails = new HashedEmails();

    /**
     * @param input a {@code SearchPeopleInput}
     * @throws IllegalArgumentException if there is nothing to search by
     */
    public Candidates<SimPerson> search(Map<String, Object> input) {
        SimPerson match = match(input);
        List<SimPerson> found =
                match == null ? List.of() : expand(match).filter(filter(input)).toList();
        Candidates<SimPerson> page = Candidates.of(found, (Integer) input.get("skip"), (Integer) input.get("limit"));
        page.page().stream().filter(SimPerson::hasWorkEmail).forEach(p -> hashedEmails.remember(p.workEmail()));
        return page;
    }

    /** The person behind an id, or null if there is none. */
    public static SimPerson byId(String id) {
        String slug = id.startsWith("p-") ? id.substring(2) : id;
        int at = slug.lastIndexOf(AT);
        return at > 0
                ? known(slug.substring(0, at), Slugs.toDomain(slug.substring(at + AT.length())), null, 100)
                : known(Slugs.of(slug), null, null, 100);
    }

    /** The person behind a LinkedIn URL or id; the domain decides where the URL leaves it open. */
    public static SimPerson byLinkedin(String url, String domain) {
        String slug = Slugs.lastSegment(url);
        int at = slug.lastIndexOf(AT);
        return at > 0 && slug.indexOf("-dot-", at) > 0
                ? known(slug.substring(0, at), Slugs.toDomain(slug.substring(at + AT.length())), null, 100)
                : known(Slugs.of(slug), domain, null, 100);
    }

    /** The person behind an email address, or null if there is none. */
    public static SimPerson byEmail(String email) {
        int at = email.lastIndexOf('@');
        return at < 1 ? null : known(Slugs.of(email.substring(0, at)), Slugs.domain(email), null, 95);
    }

    private SimPerson match(Map<String, Object> input) {
        Map<String, Object> company = objectOf(input.get("company"));
        String domain = domainOf(company);
        if (input.get("id") instanceof String id) {
            return byId(id);
        }
        for (String linkedin : List.of("linkedinUrl", "linkedinId")) {
            if (input.get(linkedin) instanceof String text) {
                return byLinkedin(text, domain);
            }
        }
        if (input.get("email") instanceof String email) {
            return byEmail(email);
        }
        if (input.get("hashedEmail") instanceof String hash) {
            String email = hashedEmails.find(hash);
            return email == null ? null : withConfidence(byEmail(email), 90);
        }
        String name = nameOf(input);
        if (name != null) {
            boolean ignoreCompany =
                    domain != null && domain.startsWith("nobody") && !Boolean.TRUE.equals(company.get("strict"));
            int confidence = domain == null || ignoreCompany ? 40 : namedOnly(company) ? 60 : 80;
            return known(Slugs.of(name), ignoreCompany ? null : domain, name, confidence);
        }
        if (input.get("phone") instanceof String phone) {
            return known("phone-owner-" + Slugs.of(phone), domain, null, 50);
        }
        if (company.isEmpty()) {
            throw new IllegalArgumentException("Nothing to search by");
        }
        return null;
    }

    private static SimPerson known(String slug, String domain, String spelling, int confidence) {
        if (slug.isEmpty()) {
            return null;
        }
        String employer = domain == null ? SimPerson.homeDomain(slug) : domain;
        return Traits.isUnknown(slug, employer) || employer.startsWith("nobody")
                ? null
                : new SimPerson(slug, employer, spelling, confidence);
    }

    private static Stream<SimPerson> expand(SimPerson match) {
        return Traits.isSeveral(match.slug())
                ? IntStream.rangeClosed(1, SEVERAL)
                        .mapToObj(i -> new SimPerson(
                                match.slug() + "-" + i, match.domain(), null, Math.max(5, match.confidence() - 3 * i)))
                : Stream.of(match);
    }

    private static Predicate<SimPerson> filter(Map<String, Object> input) {
        Predicate<SimPerson> filter = person -> true;
        if (input.get("minConfidence") instanceof Integer least) {
            filter = filter.and(p -> p.confidence() >= least);
        }
        if (input.get("workEmailStatusIn") instanceof List<?> statuses && !statuses.isEmpty()) {
            filter = filter.and(p -> p.hasWorkEmail() && statuses.contains(p.emailStatus()));
        }
        if (Boolean.TRUE.equals(input.get("containsWorkContactInfo"))) {
            filter = filter.and(p -> p.hasWorkEmail() || p.hasPhone());
        }
        if (input.get("profileFilter") instanceof List<?> wanted) {
            for (Object name : wanted) {
                filter = filter.and(PROFILE_FILTERS.get(name));
            }
        }
        return filter;
    }

    private static String nameOf(Map<String, Object> input) {
        if (input.get("fullName") instanceof String full && !full.isBlank()) {
            return full.strip();
        }
        String name = Stream.of(input.get("firstName"), input.get("lastName"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    private static String domainOf(Map<String, Object> company) {
        if (company.get("companyId") instanceof String id) {
            return CompanyDirectory.byId(id);
        }
        for (String field : List.of("domain", "emailDomain")) {
            if (company.get(field) instanceof String domain && !domain.isBlank()) {
                return CompanyDirectory.byDomain(domain);
            }
        }
        if (company.get("linkedinId") instanceof String id) {
            return CompanyDirectory.byName(Slugs.toDomain(id.toLowerCase(Locale.ROOT)));
        }
        return company.get("name") instanceof String name && !name.isBlank() ? CompanyDirectory.byName(name) : null;
    }

    private static boolean namedOnly(Map<String, Object> company) {
        return company.get("companyId") == null && company.get("domain") == null && company.get("emailDomain") == null;
    }

    private static SimPerson withConfidence(SimPerson person, int confidence) {
        return person == null ? null : person.withConfidence(confidence);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> objectOf(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}

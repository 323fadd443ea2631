/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.model.WorkEmailRecordType;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.text.Agreement;
import io.github.camelleadiq.routes.core.text.CompanyNames;
import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a company is told from others.
 *
 * @param names its names
 * @param domains its domains
 * @param mailDomains the domains of a person's addresses, which are the company's if the address is
 */
record Employer(Set<String> names, Set<String> domains, Set<String> mailDomains) {
    /** Below this the words of two names only happen to share letters. */
    private static final double SIMILAR = 0.55;

    /** Whether two are one, the surest first. */
    enum Relation {
        SAME,
        SIMILAR,
        UNKNOWN,
        DIFFERENT
    }

    /**
     * What two say of each other.
     *
     * @param domain by their domains
     * @param isByMail whether only the domain of an email says so
     * @param name by their names
     * @param likeness how alike the names are, 0 to 1
     */
    record Comparison(Agreement domain, boolean isByMail, Agreement name, double likeness) {
        static final Comparison UNKNOWN = new Comparison(Agreement.MISSING, false, Agreement.MISSING, 0);

        Relation relation() {
            if (domain == Agreement.AGREES) {
                return Relation.SAME;
            }
            if (domain == Agreement.CONTRADICTS) {
                return Relation.DIFFERENT;
            }
            if (name == Agreement.AGREES) {
                return Relation.SAME;
            }
            if (domain == Agreement.SIMILAR || name == Agreement.SIMILAR) {
                return Relation.SIMILAR;
            }
            return name == Agreement.CONTRADICTS ? Relation.DIFFERENT : Relation.UNKNOWN;
        }
    }

    /** The company that the CRM has. */
    static Employer of(CrmRecord crmRecord, EnrichmentProfile profile) {
        return new Employer(
                values(crmRecord, profile, Identifier.COMPANY_NAME, Texts::name),
                values(crmRecord, profile, Identifier.DOMAIN, Domains::ofWebsite),
                values(crmRecord, profile, Identifier.EMAIL, Domains::ofEmail));
    }

    static Employer of(CompanyInfo company) {
        return new Employer(
                present(Stream.concat(Stream.ofNullable(company.name()), company.alternativeNames().stream())),
                Stream.concat(Stream.ofNullable(company.domain()), company.emailDomains().stream())
                        .filter(Objects::nonNull)
                        .flatMap(domain -> Domains.ofWebsite(domain).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Set.of());
    }

    static Employer of(PositionRecord position) {
        Employer company = position.companyInfo() == null
                ? new Employer(Set.of(), Set.of(), Set.of())
                : of(position.companyInfo());
        Stream<String> emails = Stream.concat(Stream.ofNullable(position.workEmail()), position.emails().stream())
                .filter(Objects::nonNull)
                .map(WorkEmailRecordType::value)
                .flatMap(email -> Domains.ofEmail(email).stream());
        return new Employer(
                company.names,
                Stream.concat(company.domains.stream(), emails).collect(Collectors.toUnmodifiableSet()),
                Set.of());
    }

    boolean isUnknown() {
        return names.isEmpty() && domains.isEmpty() && mailDomains.isEmpty();
    }

    /** A name for people; null if nothing is known. */
    String shown() {
        return Stream.of(names, domains, mailDomains)
                .flatMap(values -> values.stream().sorted())
                .findFirst()
                .orElse(null);
    }

    Comparison compare(Employer other) {
        double likeness = names.stream()
                .flatMap(name -> other.names.stream().map(two -> CompanyNames.likeness(name, two)))
                .max(Double::compare)
                .orElse(0.0);
        Agreement name = name(other, likeness);
        boolean isByMail =
                !any(domains, other.domains, Domains::same) && any(mailDomains, other.domains, Domains::same);
        return new Comparison(domain(other, isByMail, name), isByMail, name, likeness);
    }

    private Agreement domain(Employer other, boolean isByMail, Agreement name) {
        if (other.domains.isEmpty() || (domains.isEmpty() && mailDomains.isEmpty())) {
            return Agreement.MISSING;
        }
        if (isByMail || any(domains, other.domains, Domains::same)) {
            return Agreement.AGREES;
        }
        if (domains.isEmpty()) {
            // a company may write from another domain than that of its site
            return name == Agreement.AGREES ? Agreement.NOT_COMPARABLE : Agreement.CONTRADICTS;
        }
        // acme.de and acme.com can be one company's, and two companies'
        return any(domains, other.domains, (one, two) -> Domains.label(one).equals(Domains.label(two)))
                ? Agreement.SIMILAR
                : Agreement.CONTRADICTS;
    }

    private Agreement name(Employer other, double likeness) {
        if (likeness >= CompanyNames.SAME || isLabel(names, other.domains) || isLabel(other.names, domains)) {
            return Agreement.AGREES;
        }
        if (names.isEmpty() || other.names.isEmpty()) {
            return Agreement.MISSING;
        }
        if (likeness >= SIMILAR) {
            return Agreement.SIMILAR;
        }
        return any(names, other.names, CompanyNames::isComparable) ? Agreement.CONTRADICTS : Agreement.NOT_COMPARABLE;
    }

    private static boolean isLabel(Set<String> names, Set<String> domains) {
        return any(names, domains, (name, domain) -> CompanyNames.isLabel(name, Domains.label(domain)));
    }

    private static boolean any(Collection<String> left, Collection<String> right, BiPredicate<String, String> test) {
        return left.stream().anyMatch(one -> right.stream().anyMatch(other -> test.test(one, other)));
    }

    private static Set<String> values(
            CrmRecord crmRecord,
            EnrichmentProfile profile,
            Identifier identifier,
            Function<String, Optional<String>> usable) {
        return profile.identifiers().getOrDefault(identifier, List.of()).stream()
                .map(crmRecord::text)
                .flatMap(text -> usable.apply(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> present(Stream<String> names) {
        return names.filter(Objects::nonNull)
                .flatMap(name -> Texts.name(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

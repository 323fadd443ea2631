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

/** By what a company is told from others: its names and its domains. */
record Employer(Set<String> names, Set<String> domains) {
    /** Whether two are one. */
    enum Relation {
        SAME,
        SIMILAR,
        UNKNOWN,
        DIFFERENT
    }

    /** The company that the CRM has; the domain of the email only counts where nothing else is known. */
    static Employer of(CrmRecord crmRecord, EnrichmentProfile profile) {
        Set<String> names = values(crmRecord, profile, Identifier.COMPANY_NAME, Texts::name);
        Set<String> domains = values(crmRecord, profile, Identifier.DOMAIN, Domains::ofWebsite);
        return names.isEmpty() && domains.isEmpty()
                ? new Employer(names, values(crmRecord, profile, Identifier.EMAIL, Domains::ofEmail))
                : new Employer(names, domains);
    }

    static Employer of(CompanyInfo company) {
        return new Employer(
                present(Stream.concat(Stream.ofNullable(company.name()), company.alternativeNames().stream())),
                Stream.concat(Stream.ofNullable(company.domain()), company.emailDomains().stream())
                        .flatMap(domain -> Domains.ofWebsite(domain).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    static Employer of(PositionRecord position) {
        Employer company =
                position.companyInfo() == null ? new Employer(Set.of(), Set.of()) : of(position.companyInfo());
        Stream<String> emails = Stream.concat(Stream.ofNullable(position.workEmail()), position.emails().stream())
                .filter(Objects::nonNull)
                .map(WorkEmailRecordType::value)
                .flatMap(email -> Domains.ofEmail(email).stream());
        return new Employer(
                company.names, Stream.concat(company.domains.stream(), emails).collect(Collectors.toUnmodifiableSet()));
    }

    boolean isUnknown() {
        return names.isEmpty() && domains.isEmpty();
    }

    /** A name for people; null if nothing is known. */
    String shown() {
        return Stream.concat(names.stream().sorted(), domains.stream().sorted())
                .findFirst()
                .orElse(null);
    }

    Relation compare(Employer other) {
        if (any(domains, other.domains, Domains::same)
                || any(names, other.names, (one, two) -> likeness(one, two) >= 0.9)) {
            return Relation.SAME;
        }
        if (isLabel(names, other.domains) || isLabel(other.names, domains)) {
            return Relation.SAME;
        }
        if (any(names, other.names, (one, two) -> likeness(one, two) >= 0.55)) {
            return Relation.SIMILAR;
        }
        // a name says nothing against a domain
        boolean comparable =
                !names.isEmpty() && !other.names.isEmpty() || !domains.isEmpty() && !other.domains.isEmpty();
        return comparable ? Relation.DIFFERENT : Relation.UNKNOWN;
    }

    double nameLikeness(Employer other) {
        return names.stream()
                .flatMap(name -> other.names.stream().map(two -> likeness(name, two)))
                .max(Double::compare)
                .orElse(0.0);
    }

    private static double likeness(String one, String other) {
        return CompanyNames.likeness(one, other);
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
        return names.filter(Objects::nonNull).filter(name -> !name.isBlank()).collect(Collectors.toUnmodifiableSet());
    }
}

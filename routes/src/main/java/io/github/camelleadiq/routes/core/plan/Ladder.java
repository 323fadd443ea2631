/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.plan;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.profile.Kind;
import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.LinkedIn;
import io.github.camelleadiq.routes.core.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what a record can be looked up, of what it has that says anything. */
final class Ladder {
    private static final String PEOPLE = "searchPeople";
    private static final String PREVIEW = "searchPeoplePreview";
    private static final String COMPANY = "searchCompany";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_:.=-]{1,100}");

    private final CrmRecord crmRecord;
    private final EnrichmentProfile profile;
    private final Optional<String> domain;
    private final Optional<String> emailDomain;
    private final Optional<String> company;
    private final boolean isCorrected;

    /** @param isCorrected whether a person changed by what the record is known since LeadIQ's id was stored */
    Ladder(CrmRecord crmRecord, EnrichmentProfile profile, boolean isCorrected) {
        this.crmRecord = crmRecord;
        this.profile = profile;
        this.isCorrected = isCorrected;
        domain = usable(Identifier.DOMAIN, Domains::ofWebsite);
        emailDomain = usable(Identifier.EMAIL, Domains::ofEmail);
        company = usable(Identifier.COMPANY_NAME, Texts::name);
    }

    /** The questions, best first. A person's correction outranks an id that we stored: that comes last then. */
    List<Lookup> lookups() {
        List<Lookup> lookups = profile.kind() == Kind.PERSON ? people() : companies();
        if (isCorrected && lookups.size() > 1 && lookups.get(0).rung() == Rung.LEADIQ_ID) {
            Collections.rotate(lookups, -1);
        }
        return lookups;
    }

    private List<Lookup> people() {
        Map<String, Object> name = name();
        List<Lookup> lookups = new ArrayList<>();
        id().ifPresent(id -> lookups.add(new Lookup(Rung.LEADIQ_ID, PEOPLE, Map.of("id", id))));
        usable(Identifier.LINKEDIN_URL, LinkedIn::person)
                .ifPresent(url -> lookups.add(new Lookup(Rung.LINKEDIN_URL, PEOPLE, Map.of("linkedinUrl", url))));
        Optional<Lookup> byEmail = usable(Identifier.EMAIL, Domains::email)
                .map(email -> new Lookup(Rung.EMAIL, PEOPLE, Map.of("email", email)));
        byEmail.filter(lookup -> !isShared(lookup)).ifPresent(lookups::add);
        if (!name.isEmpty()) {
            domain.map(value -> employer("domain", value))
                    .or(() -> emailDomain.map(value -> employer("emailDomain", value)))
                    .ifPresent(at -> lookups.add(new Lookup(Rung.NAME_AND_DOMAIN, PEOPLE, with(name, "company", at))));
            // a known domain belongs into the question: who works at a namesake of the company is another person
            company.map(value -> domain.map(at -> with(employer("name", value), "domain", at))
                            .orElseGet(() -> employer("name", value)))
                    .ifPresent(at -> lookups.add(new Lookup(Rung.NAME_AND_COMPANY, PEOPLE, with(name, "company", at))));
            // whoever reads a shared mailbox can be anybody of the company: only after the name, and never without
            byEmail.filter(Ladder::isShared).ifPresent(lookups::add);
        }
        return lookups;
    }

    /** By what the company is told from others. */
    Set<String> company() {
        return Stream.of(domain, emailDomain, company.map(Texts::fold))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static boolean isShared(Lookup byEmail) {
        return Domains.isRoleMailbox((String) byEmail.input().get("email"));
    }

    /** The same questions as the free preview takes them, which knows no id. */
    List<Lookup> previews() {
        Map<String, Object> name = name();
        List<Lookup> previews = new ArrayList<>();
        usable(Identifier.LINKEDIN_URL, LinkedIn::person)
                .ifPresent(url -> previews.add(new Lookup(Rung.LINKEDIN_URL, PREVIEW, Map.of("linkedinUrl", url))));
        usable(Identifier.EMAIL, Domains::email)
                .ifPresent(email -> previews.add(new Lookup(Rung.EMAIL, PREVIEW, Map.of("email", email))));
        if (!name.isEmpty()) {
            domain.or(() -> emailDomain)
                    .ifPresent(at ->
                            previews.add(new Lookup(Rung.NAME_AND_DOMAIN, PREVIEW, with(name, "companyDomain", at))));
            company.ifPresent(value -> {
                Map<String, Object> input = with(name, "companyName", value);
                previews.add(new Lookup(
                        Rung.NAME_AND_COMPANY,
                        PREVIEW,
                        domain.map(at -> with(input, "companyDomain", at)).orElse(input)));
            });
        }
        return previews;
    }

    private List<Lookup> companies() {
        List<Lookup> lookups = new ArrayList<>();
        id().ifPresent(id -> lookups.add(new Lookup(Rung.LEADIQ_ID, COMPANY, Map.of("id", id))));
        domain.ifPresent(value -> lookups.add(new Lookup(Rung.DOMAIN, COMPANY, Map.of("domain", value))));
        usable(Identifier.LINKEDIN_URL, LinkedIn::company)
                .ifPresent(url -> lookups.add(new Lookup(Rung.LINKEDIN_URL, COMPANY, Map.of("linkedinUrl", url))));
        company.ifPresent(value -> lookups.add(new Lookup(Rung.COMPANY_NAME, COMPANY, Map.of("name", value))));
        return lookups;
    }

    private Optional<String> id() {
        return usable(Identifier.LEADIQ_ID, id -> Optional.of(id)
                .filter(text -> ID.matcher(text).matches()));
    }

    /** First and last name, or else the full name; empty if neither says who. */
    private Map<String, Object> name() {
        Optional<String> first = usable(Identifier.FIRST_NAME, Texts::name);
        Optional<String> last = usable(Identifier.LAST_NAME, Texts::name);
        if (first.isPresent() && last.isPresent()) {
            return Map.of("firstName", first.get(), "lastName", last.get());
        }
        return usable(Identifier.FULL_NAME, Texts::name)
                .filter(full -> Texts.fold(full).contains(" "))
                .<Map<String, Object>>map(full -> Map.of("fullName", full))
                .orElse(Map.of());
    }

    /** The first field of an identifier that says anything. */
    private Optional<String> usable(Identifier identifier, Function<String, Optional<String>> check) {
        return profile.identifiers().getOrDefault(identifier, List.of()).stream()
                .map(crmRecord::text)
                .flatMap(text -> Optional.ofNullable(text).flatMap(check).stream())
                .findFirst();
    }

    /** Strict, or else LeadIQ answers a company that it does not know with namesakes from anywhere. */
    private static Map<String, Object> employer(String key, String value) {
        return Map.of(key, value, "strict", true);
    }

    private static Map<String, Object> with(Map<String, Object> base, String key, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(base);
        all.put(key, value);
        return all;
    }
}

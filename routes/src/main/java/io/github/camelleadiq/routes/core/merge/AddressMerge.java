/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.profile.Kind;
import io.github.camelleadiq.routes.core.profile.Source;
import io.github.camelleadiq.routes.core.text.Countries;
import io.github.camelleadiq.routes.core.text.Subdivisions;
import io.github.camelleadiq.routes.core.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the fields of an address together, from one place, and only where what the record has of it agrees. Where the
 * record's country says that a company is another one than LeadIQ's, such as a subsidiary, nothing of the other's is
 * written.
 */
final class AddressMerge {
    private enum Owner {
        PERSON,
        COMPANY
    }

    /** Parts from the coarsest to the finest. */
    private enum Part {
        WHOLE,
        COUNTRY,
        STATE,
        CITY,
        POSTAL_CODE,
        STREET;

        /** Within a city a street and a postal code are as fine as each other. */
        int level() {
            return Math.min(ordinal(), POSTAL_CODE.ordinal());
        }
    }

    private record Spot(Owner owner, Part part) {}

    private static final Map<Source, Spot> SPOTS = spots();

    /** What is true of a company as a whole, and not of its subsidiary in another country. */
    private static final Set<Source> OF_THE_WHOLE_COMPANY = EnumSet.of(
            Source.COMPANY_TYPE,
            Source.COMPANY_PHONE,
            Source.COMPANY_EMPLOYEES,
            Source.COMPANY_EMPLOYEE_RANGE,
            Source.COMPANY_REVENUE,
            Source.COMPANY_REVENUE_RANGE,
            Source.COMPANY_FOUNDED_YEAR,
            Source.COMPANY_FUNDING_TOTAL,
            Source.COMPANY_LAST_FUNDING_TYPE,
            Source.COMPANY_LAST_FUNDING_ON,
            Source.COMPANY_SIC_CODE,
            Source.COMPANY_NAICS_CODE,
            Source.COMPANY_PARENT_NAME,
            Source.COMPANY_ULTIMATE_PARENT_NAME);

    /** What of a field's name says which part of an address it is; the rest says of which address. */
    private static final Pattern PART_OF_NAME = Pattern.compile(
            "(?:street|city|town|state|province|region|postal_?code|post_?code|zip_?code|zip|country)(?:_?code|_?name)?");

    private static final Pattern TO_BE_LEFT_OUT = Pattern.compile("\\b(?:city|greater|metropolitan|metro|area)\\b");
    private static final Pattern ADDITION = Pattern.compile(" (?:a|am|an|auf|bei|de|im|in|ob|on|sous|sur|upon) .*");

    private final CrmRecord crmRecord;
    private final EnrichmentProfile profile;
    private final ObjectDescribe describe;
    private final Answer answer;
    private final FieldMerge fields;
    private final Map<FieldMapping, FieldOutcome> outcomes = new HashMap<>();

    AddressMerge(
            CrmRecord crmRecord, EnrichmentProfile profile, ObjectDescribe describe, Answer answer, FieldMerge fields) {
        this.crmRecord = crmRecord;
        this.profile = profile;
        this.describe = describe;
        this.answer = answer;
        boolean foreign = isOfAnotherCompany(fields);
        this.fields = foreign ? fields.without(OF_THE_WHOLE_COMPANY) : fields;
        groups().forEach(this::mergeGroup);
    }

    FieldOutcome merge(FieldMapping mapping) {
        FieldOutcome outcome = outcomes.get(mapping);
        return outcome == null ? fields.merge(mapping, describe.field(mapping.field())) : outcome;
    }

    /** The fields of each address; a field whose name does not say of which it is belongs to all. */
    private List<List<FieldMapping>> groups() {
        Map<String, List<FieldMapping>> named = new LinkedHashMap<>();
        List<FieldMapping> others = new ArrayList<>();
        profile.mappings().stream()
                .filter(mapping -> !owners(mapping).isEmpty())
                .forEach(mapping -> stem(mapping.field())
                        .map(stem -> named.computeIfAbsent(stem, key -> new ArrayList<>()))
                        .orElse(others)
                        .add(mapping));
        if (named.isEmpty()) {
            return others.isEmpty() ? List.of() : List.of(others);
        }
        named.values().forEach(group -> group.addAll(others));
        return List.copyOf(named.values());
    }

    private void mergeGroup(List<FieldMapping> group) {
        Set<Owner> owners = new LinkedHashSet<>();
        group.forEach(mapping -> owners.addAll(owners(mapping)));
        Map<FieldMapping, FieldOutcome> merged = null;
        for (Owner owner : owners) {
            Map<FieldMapping, FieldOutcome> ofOwner = fromPlaceOf(owner, group);
            boolean hasChange = ofOwner.values().stream()
                    .anyMatch(outcome -> outcome.change().isPresent());
            if (merged == null || hasChange) {
                merged = ofOwner;
            }
            if (hasChange) {
                break;
            }
        }
        merged.forEach((mapping, outcome) -> outcomes.merge(
                // a field of several addresses is filled where all of them agree
                mapping, outcome, (one, other) -> one.change().isPresent() ? other : one));
    }

    private Map<FieldMapping, FieldOutcome> fromPlaceOf(Owner owner, List<FieldMapping> group) {
        Set<Source> elsewhere = EnumSet.noneOf(Source.class);
        SPOTS.forEach((source, spot) -> {
            if (spot.owner() != owner) {
                elsewhere.add(source);
            }
        });
        FieldMerge there = fields.without(elsewhere);
        Map<FieldMapping, FieldOutcome> merged = new LinkedHashMap<>();
        group.forEach(mapping -> merged.put(
                mapping,
                (mapping.template() == null ? there : fields).merge(mapping, describe.field(mapping.field()))));
        Optional<Part> contradiction = contradiction(owner, group, merged);
        contradiction.ifPresent(
                part -> merged.replaceAll((mapping, outcome) -> outcome.change().isEmpty()
                        ? outcome
                        : FieldOutcome.refused(
                                mapping.field(),
                                RefusalReason.CONTRADICTED,
                                "LeadIQ's address is not that of the record: "
                                        + part.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
        return merged;
    }

    /** The part of the record's address by which it is, or may be, another one than LeadIQ's; empty if it is the same. */
    private Optional<Part> contradiction(
            Owner owner, List<FieldMapping> group, Map<FieldMapping, FieldOutcome> merged) {
        String code = country(owner)
                .flatMap(country -> Countries.code(country.toString()))
                .orElse(null);
        Set<Part> agreeing = EnumSet.noneOf(Part.class);
        Set<Part> unknown = EnumSet.noneOf(Part.class);
        Set<Part> filled = EnumSet.noneOf(Part.class);
        for (FieldMapping mapping : group) {
            Optional<Source> source = part(mapping, owner);
            String there = crmRecord.text(mapping.field());
            boolean changes = merged.get(mapping).change().isPresent();
            if (source.isEmpty()) {
                continue;
            }
            Part part = SPOTS.get(source.get()).part();
            if (changes) {
                filled.add(part);
            } else if (there != null) {
                List<Object> offered = fields.spellings(mapping, describe.field(mapping.field()), source.get());
                if (offered.isEmpty()) {
                    unknown.add(part);
                } else if (offered.stream().noneMatch(value -> isSame(part, there, value, code))) {
                    return Optional.of(part);
                } else {
                    agreeing.add(part);
                }
            }
        }
        for (String country : countriesOf(owner, group)) {
            Optional<Object> offered = country(owner);
            if (offered.isEmpty()) {
                unknown.add(Part.COUNTRY);
            } else if (!isSame(Part.COUNTRY, country, offered.get(), code)) {
                return Optional.of(Part.COUNTRY);
            } else {
                agreeing.add(Part.COUNTRY);
            }
        }
        int finest = filled.stream().mapToInt(Part::level).max().orElse(0);
        return unknown.stream()
                .filter(part -> {
                    // a street says nothing of the postal code to fill, but a known city does of all that is coarser
                    int needed = Math.min(part.level(), Math.max(Part.CITY.level(), finest));
                    return agreeing.stream().noneMatch(agrees -> agrees.level() >= needed);
                })
                .findFirst();
    }

    /** The record's countries of the owner that no field of the group holds. */
    private List<String> countriesOf(Owner owner, List<FieldMapping> group) {
        Owner ofRecord = profile.kind() == Kind.COMPANY ? Owner.COMPANY : Owner.PERSON;
        return profile.identifiers().getOrDefault(Identifier.COUNTRY, List.of()).stream()
                .filter(field ->
                        group.stream().noneMatch(mapping -> mapping.field().equals(field)))
                .filter(field -> owner == ofRecord
                        || group.stream()
                                .anyMatch(mapping -> stem(mapping.field()).isPresent()
                                        && stem(mapping.field()).equals(stem(field))))
                .map(crmRecord::text)
                .filter(text -> text != null)
                .limit(1)
                .toList();
    }

    /** Whether a country of the company that the record has, and keeps, is another than LeadIQ's. */
    private boolean isOfAnotherCompany(FieldMerge merge) {
        Optional<String> offered = country(Owner.COMPANY).flatMap(country -> Countries.code(country.toString()));
        if (offered.isEmpty()) {
            return false;
        }
        Set<String> names = new LinkedHashSet<>();
        if (profile.kind() == Kind.COMPANY) {
            names.addAll(profile.identifiers().getOrDefault(Identifier.COUNTRY, List.of()));
        }
        profile.mappings().stream()
                .filter(mapping -> owners(mapping).equals(Set.of(Owner.COMPANY))
                        && part(mapping, Owner.COMPANY)
                                .filter(source -> SPOTS.get(source).part() == Part.COUNTRY)
                                .isPresent())
                .forEach(mapping -> names.add(mapping.field()));
        profile.mappings().stream()
                .filter(mapping -> names.contains(mapping.field()))
                .filter(mapping -> merge.merge(mapping, describe.field(mapping.field()))
                        .change()
                        .isPresent())
                .forEach(mapping -> names.remove(mapping.field()));
        return names.stream()
                .map(crmRecord::text)
                .flatMap(country -> Countries.code(country).stream())
                .anyMatch(code -> !code.equals(offered.get()));
    }

    private Optional<Object> country(Owner owner) {
        List<Source> sources = owner == Owner.PERSON
                ? List.of(Source.COUNTRY_CODE, Source.COUNTRY)
                : List.of(Source.COMPANY_COUNTRY_CODE, Source.COMPANY_COUNTRY);
        return sources.stream()
                .flatMap(source -> Values.of(source, answer).stream())
                .map(SourcedValue::value)
                .findFirst();
    }

    /** @param country of LeadIQ's address, two letters; null if unknown */
    private static boolean isSame(Part part, String there, Object value, String country) {
        String offered = value.toString();
        if (ValueHash.same(there, offered)) {
            return true;
        }
        return switch (part) {
            case COUNTRY ->
                Countries.code(there).isPresent() && Countries.code(there).equals(Countries.code(offered));
            case STATE -> Subdivisions.areSame(country, there, offered);
            case CITY -> isSameCity(city(there), city(offered));
            case POSTAL_CODE -> isSamePostalCode(joined(there), joined(offered));
            case STREET -> street(there).equals(street(offered));
            case WHOLE -> true;
        };
    }

    private static String city(String text) {
        String folded = Texts.fold(text).replace("ae", "a").replace("oe", "o").replace("ue", "u");
        String[] words = TO_BE_LEFT_OUT.matcher(folded).replaceAll("").strip().split("\\s+");
        words[0] = words[0].matches("st|sankt") ? "saint" : words[0];
        String city = String.join(" ", words);
        return city.isEmpty() ? folded : city;
    }

    private static boolean isSameCity(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return one.equals(other)
                || (longer.startsWith(shorter)
                        && ADDITION.matcher(longer.substring(shorter.length())).matches());
    }

    /** American codes come with four more digits or without. */
    private static boolean isSamePostalCode(String one, String other) {
        return one.equals(other)
                || (one.matches("[0-9]{9}|[0-9]{5}")
                        && other.matches("[0-9]{9}|[0-9]{5}")
                        && one.substring(0, 5).equals(other.substring(0, 5)));
    }

    private static String joined(String text) {
        return Texts.fold(text).replace(" ", "");
    }

    private static String street(String text) {
        return joined(" " + Texts.fold(text) + " ")
                .replaceAll("street|stra(?:ss|\u00df)e", "str")
                .replaceAll("avenue", "ave")
                .replaceAll("boulevard", "blvd")
                .replaceAll("suite", "ste")
                .replaceAll("road", "rd")
                .replaceAll("str(?=\\D|$)", "st");
    }

    private static Set<Owner> owners(FieldMapping mapping) {
        Set<Owner> owners = new LinkedHashSet<>();
        mapping.from().stream()
                .map(SPOTS::get)
                .filter(spot -> spot != null)
                .map(Spot::owner)
                .forEach(owners::add);
        return owners;
    }

    /** The source of the part that a field holds of an owner's address; empty if it holds several, or none. */
    private static Optional<Source> part(FieldMapping mapping, Owner owner) {
        return mapping.template() != null
                ? Optional.empty()
                : mapping.from().stream()
                        .filter(SPOTS::containsKey)
                        .filter(source -> SPOTS.get(source).owner() == owner
                                && SPOTS.get(source).part() != Part.WHOLE)
                        .findFirst();
    }

    /** What is left of a field's name without the part of the address: {@code billing} of {@code BillingCity}. */
    private static Optional<String> stem(String field) {
        Matcher name = PART_OF_NAME.matcher(field.toLowerCase(Locale.ROOT).replaceFirst("__c$", ""));
        return name.find() ? Optional.of(name.replaceFirst("").replace("_", "")) : Optional.empty();
    }

    private static Map<Source, Spot> spots() {
        Map<Source, Spot> spots = new EnumMap<>(Source.class);
        spots.put(Source.ADDRESS, new Spot(Owner.PERSON, Part.WHOLE));
        spots.put(Source.CITY, new Spot(Owner.PERSON, Part.CITY));
        spots.put(Source.STATE, new Spot(Owner.PERSON, Part.STATE));
        spots.put(Source.COUNTRY, new Spot(Owner.PERSON, Part.COUNTRY));
        spots.put(Source.COUNTRY_CODE, new Spot(Owner.PERSON, Part.COUNTRY));
        spots.put(Source.COMPANY_ADDRESS, new Spot(Owner.COMPANY, Part.WHOLE));
        spots.put(Source.COMPANY_STREET, new Spot(Owner.COMPANY, Part.STREET));
        spots.put(Source.COMPANY_CITY, new Spot(Owner.COMPANY, Part.CITY));
        spots.put(Source.COMPANY_STATE, new Spot(Owner.COMPANY, Part.STATE));
        spots.put(Source.COMPANY_POSTAL_CODE, new Spot(Owner.COMPANY, Part.POSTAL_CODE));
        spots.put(Source.COMPANY_COUNTRY, new Spot(Owner.COMPANY, Part.COUNTRY));
        spots.put(Source.COMPANY_COUNTRY_CODE, new Spot(Owner.COMPANY, Part.COUNTRY));
        return Collections.unmodifiableMap(spots);
    }
}

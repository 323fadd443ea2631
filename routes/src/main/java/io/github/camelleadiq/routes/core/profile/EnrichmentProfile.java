/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import io.github.camelleadiq.routes.core.CrmRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the records of one CRM object are enriched; read from YAML by {@link ProfileReader}.
 *
 * @param object the CRM's name of the object
 * @param kind what its records are to LeadIQ
 * @param identifiers the fields that hold each identifier, the best first
 * @param mappings the fields to fill
 * @param refreshAfter after which age an enrichment is repeated; null for never
 * @param minConfidence the lowest confidence that is written, 0 to 1
 * @param ambiguityMargin two candidates closer than this are ambiguous, 0 to 1
 * @param watched the fields whose change is worth a look
 * @param filter what must hold of a record, all of it
 * @param optOuts the fields by which someone says no
 * @param stamps our own fields
 * @param modifiedAt the field that says when the record was last changed; null if unknown
 * @param emailStatuses LeadIQ's statuses of an email that are good enough, best first
 * @param preview whether to ask first, for free, if there is an email or a phone
 * @param budget the most credits that one run may spend; null for no limit of the profile
 * @param defaultRegion the country, two letters, of phone numbers that do not name theirs; null for none
 * @param currency the currency, three letters, of amounts in records that do not say theirs
 * @param places where the file names each field, by the path to it and its name, such as {@code optOuts.DoNotCall} or
 *     {@code identifiers.email.Email}, for messages; empty if there is no file
 */
public record EnrichmentProfile(
        String object,
        Kind kind,
        Map<Identifier, List<String>> identifiers,
        List<FieldMapping> mappings,
        Duration refreshAfter,
        double minConfidence,
        double ambiguityMargin,
        Set<String> watched,
        List<Condition> filter,
        List<OptOut> optOuts,
        Stamps stamps,
        String modifiedAt,
        List<String> emailStatuses,
        boolean preview,
        BigDecimal budget,
        String defaultRegion,
        String currency,
        Map<String, Place> places) {
    public EnrichmentProfile {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(stamps, "stamps");
        Objects.requireNonNull(currency, "currency");
        identifiers = Map.copyOf(identifiers);
        mappings = List.copyOf(mappings);
        watched = Set.copyOf(watched);
        filter = List.copyOf(filter);
        optOuts = List.copyOf(optOuts);
        emailStatuses = List.copyOf(emailStatuses);
        places = Map.copyOf(places);
    }

    /** The first field of this identifier that has a value; empty if none has. */
    public Optional<String> identifier(CrmRecord crmRecord, Identifier identifier) {
        return identifiers.getOrDefault(identifier, List.of()).stream()
                .map(crmRecord::text)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether this field is one of an identifier. */
    public boolean isIdentifier(String field) {
        return identifiers.values().stream().anyMatch(fields -> fields.contains(field));
    }

    /** Whether this field is one by which someone says no. */
    public boolean isOptOut(String field) {
        return optOuts.stream().anyMatch(optOut -> optOut.field().equals(field));
    }

    /** What must be neither bought for this record nor written to it. */
    public Set<Source> blocked(CrmRecord crmRecord) {
        Set<Source> blocked = EnumSet.noneOf(Source.class);
        optOuts.stream()
                .filter(optOut -> optOut.isSet(crmRecord))
                .map(OptOut::blocks)
                .forEach(blocked::addAll);
        return blocked;
    }

    /** All fields that have to be read to enrich a record; some may be missing from a particular CRM. */
    public Set<String> fieldsToRead() {
        Set<String> fields = new LinkedHashSet<>();
        identifiers.values().forEach(fields::addAll);
        mappings.forEach(mapping -> fields.add(mapping.field()));
        filter.forEach(condition -> fields.add(condition.field()));
        optOuts.forEach(optOut -> fields.add(optOut.field()));
        stamps.fields().forEach(fields::add);
        Stream.ofNullable(modifiedAt).forEach(fields::add);
        if (mappings.stream().anyMatch(mapping -> Money.isAny(mapping.from()))) {
            fields.add(Money.CURRENCY_FIELD);
        }
        return fields;
    }

    /** The fields whose change is worth a look when a profile does not say: all that decides what is done. */
    static Set<String> watchedByDefault(
            Collection<List<String>> identifiers, List<FieldMapping> mappings, List<Condition> filter) {
        Set<String> fields = new LinkedHashSet<>();
        identifiers.forEach(fields::addAll);
        mappings.forEach(mapping -> fields.add(mapping.field()));
        filter.forEach(condition -> fields.add(condition.field()));
        return fields;
    }
}

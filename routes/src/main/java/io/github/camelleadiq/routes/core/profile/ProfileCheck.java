/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.Finding.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds a profile against what a CRM says of the object. */
public final class ProfileCheck {
    /** LeadIQ's longest titles, names and links fit; shorter fields lose some. */
    private static final int SHORT = 40;

    private static final String MAPPING = "mapping";

    private static final Set<String> NUMBERS = Set.of("int", "integer", "double", "currency", "percent", "number");
    private static final Set<String> NEVER_TEXT = Set.of("boolean", "bool", "reference", "id", "address", "location");
    private static final Set<String> TIMES = Set.of("date", "datetime");
    private static final Set<Source> NUMERIC = Set.of(
            Source.COMPANY_EMPLOYEES,
            Source.COMPANY_REVENUE,
            Source.COMPANY_FOUNDED_YEAR,
            Source.COMPANY_FUNDING_TOTAL);
    private static final Set<Source> TEMPORAL = Set.of(Source.POSITION_START, Source.COMPANY_LAST_FUNDING_ON);
    /** Codes are digits as a rule. */
    private static final Set<Source> CODES =
            Set.of(Source.COMPANY_SIC_CODE, Source.COMPANY_NAICS_CODE, Source.COMPANY_POSTAL_CODE);

    private final EnrichmentProfile profile;
    private final ObjectDescribe describe;
    private final List<Finding> findings = new ArrayList<>();

    private ProfileCheck(EnrichmentProfile profile, ObjectDescribe describe) {
        this.profile = profile;
        this.describe = describe;
    }

    /**
     * What does not fit, the worst first; empty if all does. Fields of related records are not looked at: they are not in
     * this object's describe.
     */
    public static List<Finding> against(EnrichmentProfile profile, ObjectDescribe describe) {
        ProfileCheck check = new ProfileCheck(profile, describe);
        check.optOuts();
        profile.mappings().stream()
                .filter(mapping -> mapping.policy() != Policy.NEVER)
                .forEach(check::mapping);
        check.stamps();
        check.identifiers();
        check.others();
        check.findings.sort((one, other) -> one.severity().compareTo(other.severity()));
        return List.copyOf(check.findings);
    }

    /** A no that cannot be heard forbids everything, unless it is about what is not written anyway. */
    private void optOuts() {
        Set<Source> used = EnumSet.noneOf(Source.class);
        profile.mappings().stream()
                .filter(mapping -> mapping.policy() != Policy.NEVER)
                .forEach(mapping -> used.addAll(mapping.from()));
        profile.optOuts()
                .forEach(optOut -> present(
                        "optOuts",
                        optOut.field(),
                        optOut.blocks().stream().anyMatch(used::contains) ? Severity.FATAL : Severity.WARNING));
    }

    private void stamps() {
        Stamps stamps = profile.stamps();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("stamps.leadiqId", stamps.leadiqId());
        fields.put("stamps.enrichedAt", stamps.enrichedAt());
        fields.put("stamps.status", stamps.status());
        fields.values().removeIf(Objects::isNull);
        fields.forEach(
                (path, field) -> present(path, field, Severity.ERROR).ifPresent(found -> updateable(path, found)));
    }

    /** An identifier can be missing as long as another is left to look records up by. */
    private void identifiers() {
        Set<Identifier> readable = EnumSet.noneOf(Identifier.class);
        profile.identifiers().forEach((identifier, fields) -> {
            if (fields.stream()
                    .anyMatch(field -> isRelated(field) || describe.field(field).isPresent())) {
                readable.add(identifier);
            }
        });
        Severity severity = Identifier.identify(profile.kind(), readable) ? Severity.WARNING : Severity.FATAL;
        profile.identifiers().forEach((identifier, fields) -> fields.stream()
                .filter(field -> severity == Severity.FATAL || !isWritten(field))
                .forEach(field -> present("identifiers." + identifier.profileName(), field, severity)));
    }

    private void others() {
        Map<String, String> fields = new TreeMap<>();
        profile.filter().forEach(condition -> fields.put(condition.field(), "filter.field"));
        Stream.ofNullable(profile.modifiedAt()).forEach(field -> fields.put(field, "modifiedAt"));
        profile.watched().forEach(field -> fields.putIfAbsent(field, "watched"));
        fields.keySet().removeIf(field -> isWritten(field) || profile.isIdentifier(field) || profile.isOptOut(field));
        fields.forEach((field, path) -> present(path, field, Severity.WARNING));
    }

    /** Such a field has been looked at already. */
    private boolean isWritten(String field) {
        return profile.mappings().stream().anyMatch(mapping -> mapping.field().equals(field))
                || profile.stamps().fields().anyMatch(field::equals);
    }

    private static boolean isRelated(String field) {
        return field.contains(".");
    }

    private void mapping(FieldMapping mapping) {
        present(MAPPING, mapping.field(), Severity.ERROR).ifPresent(field -> {
            updateable(MAPPING, field);
            type(mapping, field);
            picklist(mapping, field);
            Money.warning(mapping, field, profile, describe).ifPresent(warning -> warn(field, warning));
            if (field.length() > 0
                    && field.length() < SHORT
                    && mapping.from().stream().noneMatch(CODES::contains)
                    && mapping.from().stream().noneMatch(source -> source.dataPoint() == DataPoint.PHONE)) {
                warn(field, "takes only " + field.length() + " characters");
            }
            if (mapping.maxLength() > 0 && field.length() > 0 && mapping.maxLength() > field.length()) {
                warn(field, "takes " + field.length() + " characters, fewer than maxLength " + mapping.maxLength());
            }
        });
    }

    private Optional<FieldDescribe> present(String path, String field, Severity severity) {
        Optional<FieldDescribe> found = describe.field(field);
        if (found.isEmpty() && !isRelated(field)) {
            add(
                    severity,
                    path,
                    field,
                    "is not a field of " + describe.objectType() + ", or field-level security hides it from us"
                            + NearestKey.of(
                                            field,
                                            new TreeSet<>(describe.fields().keySet()))
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(""));
        }
        return found;
    }

    private void updateable(String path, FieldDescribe field) {
        if (!field.updateable()) {
            add(Severity.ERROR, path, field.name(), "cannot be written: it is read-only or a formula");
        }
    }

    private void type(FieldMapping mapping, FieldDescribe field) {
        String type = field.type().toLowerCase(Locale.ROOT);
        boolean textual = mapping.template() != null;
        List<Source> misfits = mapping.from().stream()
                .filter(source -> NEVER_TEXT.contains(type)
                        || (NUMBERS.contains(type)
                                && (textual || !(NUMERIC.contains(source) || CODES.contains(source))))
                        || (TIMES.contains(type) && (textual || !TEMPORAL.contains(source)))
                        || (type.equals("email") && source.dataPoint() != DataPoint.EMAIL))
                .toList();
        misfits.forEach(source -> add(
                Severity.ERROR,
                MAPPING,
                field.name(),
                "is of type " + field.type() + " and cannot take " + source.path()));
    }

    private void picklist(FieldMapping mapping, FieldDescribe field) {
        if (!field.restricted()) {
            return;
        }
        for (Map.Entry<String, String> entry : mapping.values().entrySet()) {
            if (field.choice(entry.getValue()).isEmpty()) {
                warn(
                        field,
                        "has no value '" + entry.getValue() + "'"
                                + NearestKey.of(entry.getValue(), field.picklist())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse(""));
            }
        }
    }

    private void warn(FieldDescribe field, String message) {
        add(Severity.WARNING, MAPPING, field.name(), message);
    }

    private void add(Severity severity, String path, String field, String message) {
        findings.add(new Finding(severity, profile.places().get(path + "." + field), field, message));
    }
}

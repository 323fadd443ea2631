/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.Finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds a profile against what a CRM says of the object. */
public final class ProfileCheck {
    /** LeadIQ's longest titles, names and links fit; shorter fields lose some. */
    private static final int SHORT = 40;

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

    private final ObjectDescribe describe;
    private final List<Finding> findings = new ArrayList<>();

    private ProfileCheck(ObjectDescribe describe) {
        this.describe = describe;
    }

    /** What does not fit, errors first; empty if all does. */
    public static List<Finding> against(EnrichmentProfile profile, ObjectDescribe describe) {
        ProfileCheck check = new ProfileCheck(describe);
        profile.mappings().stream()
                .filter(mapping -> mapping.policy() != Policy.NEVER)
                .forEach(check::mapping);
        profile.stamps().fields().forEach(field -> check.present(field, Severity.ERROR)
                .ifPresent(found -> check.updateable(found)));
        profile.optOuts().forEach(optOut -> check.present(optOut.field(), Severity.ERROR));
        Set<String> read = new HashSet<>(profile.watched());
        profile.identifiers().values().forEach(read::addAll);
        profile.filter().forEach(condition -> read.add(condition.field()));
        Optional.ofNullable(profile.modifiedAt()).ifPresent(read::add);
        profile.mappings().forEach(mapping -> read.remove(mapping.field()));
        profile.stamps().fields().forEach(read::remove);
        // a path into a related record is not in this object's describe
        read.stream()
                .filter(field -> !field.contains("."))
                .sorted()
                .forEach(field -> check.present(field, Severity.WARNING));
        check.findings.sort((one, other) -> one.severity().compareTo(other.severity()));
        return List.copyOf(check.findings);
    }

    private void mapping(FieldMapping mapping) {
        present(mapping.field(), Severity.ERROR).ifPresent(field -> {
            updateable(field);
            type(mapping, field);
            picklist(mapping, field);
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

    private Optional<FieldDescribe> present(String field, Severity severity) {
        Optional<FieldDescribe> found = describe.field(field);
        if (found.isEmpty()) {
            findings.add(new Finding(
                    severity,
                    field,
                    "is not a field of " + describe.objectType()
                            + NearestName.of(
                                            field,
                                            new TreeSet<>(describe.fields().keySet()))
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse("")));
        }
        return found;
    }

    private void updateable(FieldDescribe field) {
        if (!field.updateable()) {
            findings.add(new Finding(Severity.ERROR, field.name(), "cannot be written: it is read-only or a formula"));
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
        misfits.forEach(source -> findings.add(new Finding(
                Severity.ERROR, field.name(), "is of type " + field.type() + " and cannot take " + source.path())));
    }

    private void picklist(FieldMapping mapping, FieldDescribe field) {
        if (!field.restricted()) {
            return;
        }
        for (Map.Entry<String, String> entry : mapping.values().entrySet()) {
            if (field.picklist().stream().noneMatch(entry.getValue()::equalsIgnoreCase)) {
                warn(
                        field,
                        "has no value '" + entry.getValue() + "'"
                                + NearestName.of(entry.getValue(), field.picklist())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse(""));
            }
        }
    }

    private void warn(FieldDescribe field, String message) {
        findings.add(new Finding(Severity.WARNING, field.name(), message));
    }
}

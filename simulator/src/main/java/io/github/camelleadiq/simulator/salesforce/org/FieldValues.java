/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what callers send into what is kept, and what is kept into what callers get. */
public final class FieldValues {
    private static final DateTimeFormatter OUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter IN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][XXX][xx]");
    private static final Map<FieldType, Parser> PARSERS = Map.of(
            FieldType.BOOLEAN, FieldValues::toBoolean,
            FieldType.INT, FieldValues::toInt,
            FieldType.DOUBLE, FieldValues::toDecimal,
            FieldType.CURRENCY, FieldValues::toDecimal,
            FieldType.DATE, FieldValues::toDate,
            FieldType.DATETIME, FieldValues::toInstant,
            FieldType.REFERENCE, FieldValues::toId,
            FieldType.EMAIL, FieldValues::toEmail,
            FieldType.PICKLIST, FieldValues::toChoice,
            FieldType.MULTIPICKLIST, FieldValues::toChoices);

    private static final String WRONG_TYPE = "INVALID_TYPE_ON_FIELD_IN_RECORD";

    private FieldValues() {}

    @FunctionalInterface
    private interface Parser {
        Object parse(FieldDef field, Object value) throws SaveException;
    }

    /** What a field keeps of a value, null of an empty one. */
    static Object toKeep(FieldDef field, Object value) throws SaveException {
        if (value == null
                || value instanceof String text
                        && text.isBlank()
                        && field.type().isText()) {
            return null;
        }
        return PARSERS.getOrDefault(field.type(), FieldValues::toText).parse(field, value);
    }

    /** Whether a value that came in JSON can be one of the field at all; it may be refused all the same. */
    public static boolean isReadable(FieldDef field, Object value) {
        try {
            toKeep(field, value);
            return true;
        } catch (SaveException e) {
            return !e.error().statusCode().equals(WRONG_TYPE);
        }
    }

    /** As REST tells a value. */
    public static Object toJson(Object value) {
        if (value instanceof LocalDate) {
            return value.toString();
        }
        return value instanceof Instant instant ? OUT.format(instant) : value;
    }

    /** A date and time with its offset from UTC. */
    public static Instant parseTime(String text) throws DateTimeParseException {
        return OffsetDateTime.parse(text, IN).toInstant();
    }

    private static Object toText(FieldDef field, Object value) throws SaveException {
        if (!(value instanceof String given)) {
            throw wrongType(field, value);
        }
        String text = given.strip();
        if (text.length() > field.length()) {
            throw refused(
                    "STRING_TOO_LONG",
                    field.name() + ": data value too large: " + text + " (max length=" + field.length() + ")",
                    field);
        }
        return text;
    }

    private static Object toEmail(FieldDef field, Object value) throws SaveException {
        String text = (String) toText(field, value);
        if (!text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
            throw refused("INVALID_EMAIL_ADDRESS", field.name() + ": invalid email address: " + text, field);
        }
        return text;
    }

    private static Object toChoice(FieldDef field, Object value) throws SaveException {
        String text = (String) toText(field, value);
        if (field.restricted() && !field.picklist().contains(text)) {
            throw refused(
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    field.name() + ": bad value for restricted picklist field: " + text,
                    field);
        }
        return text;
    }

    /** Each of the values has to be one; they are parted by semicolons. */
    private static Object toChoices(FieldDef field, Object value) throws SaveException {
        String text = (String) toText(field, value);
        Set<String> choices = new LinkedHashSet<>();
        for (String choice : text.split(";")) {
            if (!choice.isBlank()) {
                choices.add((String) toChoice(field, choice));
            }
        }
        return String.join(";", choices);
    }

    private static Object toId(FieldDef field, Object value) throws SaveException {
        if (!(value instanceof String id) || !RecordIds.isWellFormed(id)) {
            throw refused("MALFORMED_ID", field.name() + ": id value of incorrect type: " + value, field);
        }
        return RecordIds.canonical(id);
    }

    private static Object toBoolean(FieldDef field, Object value) throws SaveException {
        if (value instanceof Boolean) {
            return value;
        }
        throw wrongType(field, value);
    }

    private static Object toInt(FieldDef field, Object value) throws SaveException {
        try {
            return toDecimal(field, value).intValueExact();
        } catch (ArithmeticException e) {
            throw wrongType(field, value);
        }
    }

    private static BigDecimal toDecimal(FieldDef field, Object value) throws SaveException {
        try {
            BigDecimal number = new BigDecimal(value.toString());
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw wrongType(field, value);
        }
    }

    private static Object toInstant(FieldDef field, Object value) throws SaveException {
        try {
            return value instanceof Instant ? value : parseTime(value.toString());
        } catch (DateTimeParseException e) {
            throw wrongType(field, value);
        }
    }

    private static Object toDate(FieldDef field, Object value) throws SaveException {
        try {
            return value instanceof LocalDate ? value : LocalDate.parse(value.toString());
        } catch (DateTimeParseException e) {
            throw wrongType(field, value);
        }
    }

    private static SaveException wrongType(FieldDef field, Object value) {
        return refused(WRONG_TYPE, field.name() + ": value not of required type: " + value, field);
    }

    private static SaveException refused(String code, String message, FieldDef field) {
        return new SaveException(new SaveError(code, message, List.of(field.name())));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.TooLong;
import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.Times;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes values fit their fields, by the CRM's word for the field's type. */
final class FieldTypes {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,10}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?");
    private static final Map<String, Converter> CONVERTERS = converters();

    private FieldTypes() {}

    private interface Converter {
        Converted convert(Object value, FieldDescribe field, FieldMapping mapping);
    }

    /** The value as the field takes it; a type that we do not know takes text. */
    static Converted convert(Object value, FieldDescribe field, FieldMapping mapping) {
        return CONVERTERS
                .getOrDefault(field.type().toLowerCase(Locale.ROOT), FieldTypes::text)
                .convert(value, field, mapping);
    }

    private static Map<String, Converter> converters() {
        Map<String, Converter> converters = new HashMap<>();
        List.of("int", "integer", "long").forEach(type -> converters.put(type, FieldTypes::integer));
        List.of("double", "currency", "percent", "number").forEach(type -> converters.put(type, FieldTypes::decimal));
        List.of("boolean", "bool").forEach(type -> converters.put(type, FieldTypes::bool));
        List.of("picklist", "multipicklist", "enumeration").forEach(type -> converters.put(type, FieldTypes::picklist));
        List.of("reference", "id", "address", "location", "base64", "time")
                .forEach(type -> converters.put(type, (value, field, mapping) -> wrongType(field)));
        converters.put(
                "date", (value, field, mapping) -> orWrongType(Times.date(value).map(Object::toString), field));
        converters.put(
                "datetime",
                (value, field, mapping) -> orWrongType(Times.instant(value).map(FieldTypes::time), field));
        converters.put("email", (value, field, mapping) -> orWrongType(Domains.email(value.toString()), field)
                .then(email -> whole(email.toString(), field, mapping)));
        converters.put(
                "url", (value, field, mapping) -> url(value, field).then(url -> whole(url.toString(), field, mapping)));
        List.of("phone", "phone_number")
                .forEach(type ->
                        converters.put(type, (value, field, mapping) -> whole(clean(value, false), field, mapping)));
        converters.put("textarea", (value, field, mapping) -> cut(clean(value, true), field, mapping));
        return converters;
    }

    private static Converted text(Object value, FieldDescribe field, FieldMapping mapping) {
        return field.picklist().isEmpty() ? cut(clean(value, false), field, mapping) : picklist(value, field, mapping);
    }

    private static Converted integer(Object value, FieldDescribe field, FieldMapping mapping) {
        String text = value.toString().strip();
        if (!INTEGER.matcher(text).matches()) {
            return wrongType(field);
        }
        long number = Long.parseLong(text);
        return number == (int) number ? new Converted.Taken((int) number) : wrongType(field);
    }

    private static Converted decimal(Object value, FieldDescribe field, FieldMapping mapping) {
        String text = value instanceof Number ? plain(value) : value.toString().strip();
        return DECIMAL.matcher(text).matches() ? new Converted.Taken(new BigDecimal(text)) : wrongType(field);
    }

    private static Converted bool(Object value, FieldDescribe field, FieldMapping mapping) {
        String text = value.toString().strip().toLowerCase(Locale.ROOT);
        return text.equals("true") || text.equals("false")
                ? new Converted.Taken(Boolean.valueOf(text))
                : wrongType(field);
    }

    private static Converted picklist(Object value, FieldDescribe field, FieldMapping mapping) {
        String text = clean(value, false);
        Optional<String> known =
                field.picklist().stream().filter(text::equalsIgnoreCase).findFirst();
        if (known.isPresent()) {
            return new Converted.Taken(known.get());
        }
        return field.restricted()
                ? new Converted.Refused(RefusalReason.NOT_IN_PICKLIST, "the picklist does not have the value")
                : whole(text, field, mapping);
    }

    private static Converted url(Object value, FieldDescribe field) {
        String text = clean(value, false);
        try {
            URI uri = new URI(text.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? text : "https://" + text);
            boolean web = uri.getHost() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?");
            return web ? new Converted.Taken(uri.toString()) : wrongType(field);
        } catch (URISyntaxException noUrl) {
            return wrongType(field);
        }
    }

    /** Text that is of no use when it is cut. */
    private static Converted whole(String text, FieldDescribe field, FieldMapping mapping) {
        return text.length() <= limit(field, mapping) ? new Converted.Taken(text) : tooLong(limit(field, mapping));
    }

    private static Converted cut(String text, FieldDescribe field, FieldMapping mapping) {
        int limit = limit(field, mapping);
        if (text.length() <= limit) {
            return new Converted.Taken(text);
        }
        String shorter = mapping.tooLong() == TooLong.TRUNCATE ? Truncation.cut(text, limit) : "";
        return shorter.isEmpty() ? tooLong(limit) : new Converted.Taken(shorter);
    }

    private static int limit(FieldDescribe field, FieldMapping mapping) {
        int ofField = field.length() > 0 ? field.length() : Integer.MAX_VALUE;
        return mapping.maxLength() > 0 ? Math.min(mapping.maxLength(), ofField) : ofField;
    }

    /** Text without control characters, which CRMs refuse or show as boxes; lines stay where the field has lines. */
    private static String clean(Object value, boolean lines) {
        String text = value instanceof Number ? plain(value) : value.toString();
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean stays = !Character.isISOControl(point) || (lines && (point == '\n' || point == '\t'));
            clean.appendCodePoint(stays ? point : ' ');
        });
        return clean.toString().strip();
    }

    private static String plain(Object number) {
        try {
            return new BigDecimal(number.toString()).toPlainString();
        } catch (NumberFormatException notFinite) {
            return number.toString();
        }
    }

    /** Milliseconds are what CRMs keep. */
    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Converted orWrongType(Optional<String> value, FieldDescribe field) {
        return value.<Converted>map(Converted.Taken::new).orElseGet(() -> wrongType(field));
    }

    private static Converted wrongType(FieldDescribe field) {
        return new Converted.Refused(RefusalReason.WRONG_TYPE, "the value does not fit type " + field.type());
    }

    private static Converted tooLong(int limit) {
        return new Converted.Refused(RefusalReason.TOO_LONG, "the value has more than " + limit + " characters");
    }
}

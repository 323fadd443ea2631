/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.TooLong;
import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.Spaces;
import io.github.camelleadiq.routes.core.text.Times;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes values fit their fields, by the CRM's word for the field's type. */
final class FieldTypes {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,10}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?");
    /** Between the values of a field that takes several. */
    private static final String SEPARATOR = ";";
    /** Salesforce's longest value of a picklist. */
    private static final int LONGEST_CHOICE = 255;

    private static final Pattern WEB = Pattern.compile("(?i)(https?://(?:[^/?#@]*@)?)([^/?#@:]+|\\[[^/?#@\\]]+])(.*)");
    /** Hosts that browsers know and {@link URI} does not: with letters of all languages, and with underscores. */
    private static final Pattern HOST =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{M}\\p{N}_-]{1,63})+\\.?");

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
        List.of("picklist", "enumeration").forEach(type -> converters.put(type, FieldTypes::picklist));
        converters.put("multipicklist", FieldTypes::choices);
        List.of("reference", "id", "address", "location", "base64", "time")
                .forEach(type -> converters.put(type, (value, field, mapping) -> wrongType(field)));
        converters.put(
                "date", (value, field, mapping) -> orWrongType(Times.date(value).map(Object::toString), field));
        converters.put(
                "datetime",
                (value, field, mapping) -> orWrongType(Times.instant(value).map(FieldTypes::time), field));
        converters.put("email", (value, field, mapping) -> orWrongType(Domains.email(clean(value, false)), field)
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
        Optional<String> known = field.choice(text);
        if (known.isPresent()) {
            return new Converted.Taken(known.get());
        }
        return field.restricted() || field.isRetired(text) ? notInPicklist() : whole(text, field, mapping);
    }

    /** Of several values those that the field takes. */
    private static Converted choices(Object value, FieldDescribe field, FieldMapping mapping) {
        List<String> given = value instanceof Listed listed ? listed.items() : split(value.toString());
        Map<String, String> chosen = new LinkedHashMap<>();
        given.stream()
                .flatMap(item -> choices(clean(item, false), field).stream())
                .forEach(item -> chosen.putIfAbsent(item.toLowerCase(Locale.ROOT), item));
        if (chosen.isEmpty()) {
            return notInPicklist();
        }
        int limit = limit(field, mapping);
        String all = String.join(SEPARATOR, chosen.values());
        if (all.length() <= limit) {
            return new Converted.Taken(all);
        }
        StringJoiner fitting = new StringJoiner(SEPARATOR);
        fitting.setEmptyValue("");
        for (String item : chosen.values()) {
            int separator = fitting.length() == 0 ? 0 : SEPARATOR.length();
            if (mapping.tooLong() == TooLong.TRUNCATE && fitting.length() + separator + item.length() <= limit) {
                fitting.add(item);
            }
        }
        return fitting.length() == 0 ? tooLong(limit) : new Converted.Taken(fitting.toString());
    }

    /** What the field takes of one value; a separator in it is one only if it parts values that the field knows. */
    private static List<String> choices(String item, FieldDescribe field) {
        Optional<String> known = field.choice(item);
        if (known.isPresent()) {
            return List.of(known.get());
        }
        List<String> parts = split(item);
        List<String> knownParts =
                parts.stream().flatMap(part -> field.choice(part).stream()).toList();
        if (field.restricted() || (parts.size() > 1 && knownParts.size() == parts.size())) {
            return knownParts;
        }
        String whole = String.join(", ", parts);
        return whole.isEmpty() || whole.length() > LONGEST_CHOICE || field.isRetired(whole)
                ? List.of()
                : List.of(field.choice(whole).orElse(whole));
    }

    /** Whether two texts are the same values, in whatever order: CRMs give them back in the order of their own. */
    static boolean areSameChoices(Object one, Object other) {
        return one != null && other != null && keys(one).equals(keys(other));
    }

    private static Set<String> keys(Object choices) {
        return split(choices.toString()).stream()
                .map(choice -> choice.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static List<String> split(String text) {
        return Stream.of(text.split(SEPARATOR))
                .map(Spaces::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Converted url(Object value, FieldDescribe field) {
        String text = clean(value, false);
        String url = text.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? text : "https://" + text;
        Matcher parts = WEB.matcher(url);
        return parts.matches()
                        && (isHost(url)
                                || (HOST.matcher(parts.group(2)).matches()
                                        && isHost(parts.replaceFirst("$1example.com$3"))))
                ? new Converted.Taken(url)
                : wrongType(field);
    }

    private static boolean isHost(String url) {
        try {
            return new URI(url).getHost() != null;
        } catch (URISyntaxException noUrl) {
            return false;
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
        return Spaces.strip(clean.toString());
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

    private static Converted notInPicklist() {
        return new Converted.Refused(RefusalReason.NOT_IN_PICKLIST, "the picklist does not have the value");
    }

    private static Converted tooLong(int limit) {
        return new Converted.Refused(RefusalReason.TOO_LONG, "the value has more than " + limit + " characters");
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.hubspot.PortalProperty.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Which texts are values of a property, and how they compare. */
final class PropertyValues {
    private static final Pattern MILLIS = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private record Check(String code, UnaryOperator<String> reader) {}

    private static final Map<Type, Check> CHECKS = Map.of(
            Type.NUMBER,
            new Check("INVALID_DOUBLE", text -> {
                new BigDecimal(text);
                return text;
            }),
            Type.BOOL,
            new Check("INVALID_OPTION", text -> {
                if (!List.of("true", "false").contains(text)) {
                    throw new IllegalArgumentException("neither true nor false");
                }
                return text;
            }),
            Type.DATE,
            new Check("INVALID_DATE", text -> LocalDate.ofInstant(time(text), ZoneOffset.UTC)
                    .toString()),
            Type.DATETIME,
            new Check("INVALID_DATE", text -> time(text).toString()));

    private PropertyValues() {}

    /**
     * The value as it is kept.
     *
     * @throws HubSpotException if the text is not a value of the property
     */
    static String valid(PortalProperty property, String text) {
        if (text.isEmpty()) {
            return text;
        }
        Check check = CHECKS.get(property.type());
        if (check != null) {
            try {
                return check.reader().apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw HubSpotException.invalidProperty(
                        check.code(), property.name(), "A value of " + property.name() + " was not valid");
            }
        }
        if (property.isEnumeration() && !property.externalOptions()) {
            List<String> values = property.type() == Type.MULTIPLE ? List.of(text.split(";")) : List.of(text);
            for (String value : values) {
                if (property.options().stream().noneMatch(o -> o.value().equals(value))) {
                    throw HubSpotException.invalidProperty(
                            "INVALID_OPTION",
                            property.name(),
                            "A value of " + property.name() + " was not one of the allowed options");
                }
            }
        }
        if (property.name().equals(CrmObject.EMAIL) && !ADDRESS.matcher(text).matches()) {
            throw HubSpotException.invalidProperty("INVALID_EMAIL", property.name(), "Email address is invalid");
        }
        return text;
    }

    /**
     * Less than, equal to or greater than zero; numbers and times by what they mean, texts regardless of case.
     *
     * @throws HubSpotException if the second, which a search asks for, is no value of the type
     */
    static int compare(Type type, String value, String asked) {
        try {
            return switch (type) {
                case NUMBER -> new BigDecimal(value).compareTo(new BigDecimal(asked));
                case DATE, DATETIME -> time(value).compareTo(time(asked));
                default -> value.compareToIgnoreCase(asked);
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw HubSpotException.invalid("There was a problem with the request: a filter's value is not a " + type);
        }
    }

    private static Instant time(String text) {
        if (MILLIS.matcher(text).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }
}

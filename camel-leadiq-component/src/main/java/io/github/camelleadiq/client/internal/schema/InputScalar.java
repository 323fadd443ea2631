/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * How a scalar of the schema is given in an input.
 *
 * @param expected what to write, for the error message
 * @param fromJson the value to send for a JSON value, or null when it is of another type
 * @param fromText the value to send for the text of an endpoint option, or null when it cannot be read
 */
record InputScalar(String expected, Function<JsonNode, JsonNode> fromJson, Function<String, JsonNode> fromText) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, InputScalar> SCALARS = Map.ofEntries(
            Map.entry("String", of("a string", InputScalar::string, NODES::textNode)),
            Map.entry("Cursor", of("a string", InputScalar::string, NODES::textNode)),
            Map.entry("ID", of("a string or a whole number", InputScalar::id, NODES::textNode)),
            Map.entry(
                    "Int",
                    of(
                            "a whole number of 32 bits",
                            value -> value.isIntegralNumber() && value.canConvertToInt() ? value : null,
                            text -> NODES.numberNode(Integer.parseInt(text)))),
            Map.entry(
                    "Long",
                    of(
                            "a whole number of 64 bits",
                            value -> value.isIntegralNumber() && value.canConvertToLong() ? value : null,
                            text -> NODES.numberNode(Long.parseLong(text)))),
            Map.entry("Float", of("a number", InputScalar::number, text -> NODES.numberNode(new BigDecimal(text)))),
            Map.entry(
                    "BigDecimal", of("a number", InputScalar::number, text -> NODES.numberNode(new BigDecimal(text)))),
            Map.entry(
                    "Boolean",
                    of("true or false", value -> value.isBoolean() ? value : null, InputScalar::booleanOfText)),
            Map.entry("ZonedDateTime", moment("ISO-8601 text with an offset, or epoch milliseconds")),
            Map.entry("Instant", moment("ISO-8601 text with an offset, or epoch milliseconds")),
            Map.entry(
                    "LocalDate",
                    of(
                            "an ISO-8601 date",
                            value -> value.isTextual() ? date(value.textValue()) : null,
                            InputScalar::date)),
            Map.entry("Json", of("any JSON value", value -> isFinite(value) ? value : null, InputScalar::json)));

    static Optional<InputScalar> find(String type) {
        return Optional.ofNullable(SCALARS.get(type));
    }

    /** As {@link #fromText()}, with null for text that cannot be read. */
    JsonNode read(String text) {
        try {
            return fromText.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /** As {@link #fromJson()}, with null for a value that cannot be read. */
    JsonNode read(JsonNode value) {
        try {
            return fromJson.apply(value);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static InputScalar of(
            String expected, Function<JsonNode, JsonNode> fromJson, Function<String, JsonNode> fromText) {
        return new InputScalar(expected, fromJson, fromText);
    }

    private static InputScalar moment(String expected) {
        return of(
                expected,
                value -> {
                    if (value.isIntegralNumber() && value.canConvertToLong()) {
                        return iso(value.longValue());
                    }
                    return value.isTextual() ? momentOfText(value.textValue()) : null;
                },
                InputScalar::momentOfText);
    }

    private static JsonNode momentOfText(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return iso(Long.parseLong(text));
        }
        Instant.from(DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text));
        return NODES.textNode(text);
    }

    private static JsonNode iso(long epochMilliseconds) {
        return NODES.textNode(Instant.ofEpochMilli(epochMilliseconds).toString());
    }

    private static JsonNode date(String text) {
        return NODES.textNode(LocalDate.parse(text).toString());
    }

    private static JsonNode string(JsonNode value) {
        return value.isTextual() ? value : null;
    }

    private static JsonNode number(JsonNode value) {
        return isFinite(value) && value.isNumber() ? value : null;
    }

    /** Java has numbers that JSON does not have. */
    private static boolean isFinite(JsonNode value) {
        if (value.isContainerNode()) {
            return StreamSupport.stream(value.spliterator(), false).allMatch(InputScalar::isFinite);
        }
        return !(value.isDouble() || value.isFloat()) || Double.isFinite(value.doubleValue());
    }

    private static JsonNode id(JsonNode value) {
        BigInteger number = value.isIntegralNumber() ? value.bigIntegerValue() : null;
        return number == null ? string(value) : NODES.textNode(number.toString());
    }

    private static JsonNode booleanOfText(String text) {
        return switch (text) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> null;
        };
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}

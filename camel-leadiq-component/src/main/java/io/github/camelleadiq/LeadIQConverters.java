/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.client.credit.PriceList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.spi.TypeConverterRegistry;

/** Turns LeadIQ records into JSON and Maps, and JSON and Maps into LeadIQ records. */
@Converter(generateLoader = true)
public final class LeadIQConverters {

    private static final String MODEL = "io.github.camelleadiq.model.";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private static final Map<Class<?>, Function<Object, Object>> FROM_RECORD = Map.of(
            String.class,
            LeadIQConverters::text,
            byte[].class,
            LeadIQConverters::json,
            InputStream.class,
            value -> new ByteArrayInputStream(json(value)),
            Map.class,
            value -> JsonText.MAPPER.convertValue(value, MAP));

    /** Text that is not JSON is the value of an enumeration. */
    private static final Pattern JSON_START = Pattern.compile("\\s*[{\\[\"]");

    private LeadIQConverters() {}

    /** Null when neither side is a LeadIQ record: that is for other converters. */
    @Converter(fallback = true)
    public static Object convert(Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (value.getClass().isRecord() && value.getClass().getName().startsWith(MODEL)) {
            Function<Object, Object> conversion = FROM_RECORD.get(type);
            return conversion == null ? null : conversion.apply(value);
        }
        return type.getName().startsWith(MODEL) ? toRecord(type, exchange, value, registry) : null;
    }

    /** An enumeration is its own text; everything else is JSON. */
    private static String text(Object value) {
        JsonNode tree = JsonText.MAPPER.valueToTree(value);
        return tree.isTextual() ? tree.textValue() : tree.toString();
    }

    /** Reads a list of prices such as {@code profile=0.1,email=1}. */
    @Converter
    public static PriceList toPriceList(String prices) {
        return PriceList.parse(prices);
    }

    /** Camel has no converter for exact amounts of its own. */
    @Converter
    public static BigDecimal toBigDecimal(String number) {
        return new BigDecimal(number.strip());
    }

    private static byte[] json(Object value) {
        try {
            return JsonText.MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new TypeConversionException(value, byte[].class, e);
        }
    }

    private static Object toRecord(Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (value instanceof Map) {
            return JsonText.MAPPER.convertValue(value, type);
        }
        if (value instanceof CharSequence text) {
            if (!JSON_START.matcher(text).lookingAt()) {
                return JsonText.MAPPER.convertValue(text.toString(), type);
            }
            // not by way of a stream: its bytes would be in the exchange's charset
            return read(type, value, () -> JsonText.MAPPER.createParser(text.toString()));
        }
        if (value instanceof byte[] bytes) {
            return read(type, value, () -> JsonText.MAPPER.createParser(bytes));
        }
        InputStream stream = value instanceof InputStream given ? given : stream(exchange, value, registry);
        return stream == null ? null : read(type, value, () -> JsonText.MAPPER.createParser(stream));
    }

    private static InputStream stream(Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (exchange != null) {
            return exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, value);
        }
        TypeConverter converter = registry.lookup(InputStream.class, value.getClass());
        return converter == null ? null : converter.tryConvertTo(InputStream.class, value);
    }

    /** Never null: Camel would take that for no converter, and ask this one no more for values of this class. */
    private static Object read(Class<?> type, Object value, Source source) {
        try (JsonParser parser = source.open()) {
            Object read = JsonText.MAPPER.readValue(parser, type);
            if (read == null) {
                throw new JsonMappingException(parser, "null is not a record");
            }
            return read;
        } catch (IOException e) {
            throw new TypeConversionException(value, type, e);
        }
    }

    /** Opens the JSON of a value. */
    @FunctionalInterface
    private interface Source {
        JsonParser open() throws IOException;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.camelleadiq.client.credit.PriceList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.TypeConverterRegistry;

/** Turns LeadIQ records into JSON and Maps, and JSON and Maps into LeadIQ records. */
@Converter(generateLoader = true)
public final class LeadIQConverters {

    private static final String MODEL = "io.github.camelleadiq.model.";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private static final Map<Class<?>, Function<Object, Object>> FROM_RECORD = Map.of(
            String.class, value -> new String(json(value), StandardCharsets.UTF_8),
            byte[].class, LeadIQConverters::json,
            InputStream.class, value -> new ByteArrayInputStream(json(value)),
            Map.class, value -> Json.MAPPER.convertValue(value, MAP));

    private LeadIQConverters() {}

    /** Null when neither side is a LeadIQ record: that is for other converters. */
    @Converter(fallback = true)
    public static Object convert(Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (value.getClass().isRecord() && value.getClass().getName().startsWith(MODEL)) {
            Function<Object, Object> conversion = FROM_RECORD.get(type);
            return conversion == null ? null : conversion.apply(value);
        }
        return type.getName().startsWith(MODEL) ? toRecord(type, exchange, value) : null;
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
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new TypeConversionException(value, byte[].class, e);
        }
    }

    private static Object toRecord(Class<?> type, Exchange exchange, Object value) {
        if (value instanceof Map) {
            return Json.MAPPER.convertValue(value, type);
        }
        InputStream stream = exchange == null
                ? null
                : exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, value);
        try (stream) {
            return stream == null ? null : Json.MAPPER.readValue(stream, type);
        } catch (IOException e) {
            throw new TypeConversionException(value, type, e);
        }
    }
}

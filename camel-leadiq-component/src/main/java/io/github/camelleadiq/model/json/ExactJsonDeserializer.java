/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads any JSON value as Map, List, String, Boolean, Integer, Long, BigInteger, BigDecimal or null. Numbers are exact;
 * maps keep the order of the text; maps and lists cannot be changed.
 */
public final class ExactJsonDeserializer extends StdDeserializer<Object> {
    public ExactJsonDeserializer() {
        super(Object.class);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return switch (parser.currentToken()) {
            // a delegating creator hands over an object whose start is already read
            case START_OBJECT, FIELD_NAME, END_OBJECT -> object(parser, context);
            case START_ARRAY -> array(parser, context);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case VALUE_EMBEDDED_OBJECT -> parser.getEmbeddedObject();
            default -> context.handleUnexpectedToken(Object.class, parser);
        };
    }

    private Map<String, Object> object(JsonParser parser, DeserializationContext context) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            parser.nextToken();
        }
        for (; parser.currentToken() == JsonToken.FIELD_NAME; parser.nextToken()) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, deserialize(parser, context));
        }
        return Collections.unmodifiableMap(object);
    }

    private List<Object> array(JsonParser parser, DeserializationContext context) throws IOException {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(deserialize(parser, context));
        }
        return Collections.unmodifiableList(array);
    }
}

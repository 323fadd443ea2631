/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Set;

/**
 * Reads a scalar that travels as text. Its errors name type and path, never the value: the data is personal.
 *
 * @param <T> the Java type
 */
abstract class TextScalarDeserializer<T> extends StdDeserializer<T> {
    private final Set<JsonToken> accepted;
    private final String expected;

    TextScalarDeserializer(Class<T> type, Set<JsonToken> accepted, String expected) {
        super(type);
        this.accepted = accepted;
        this.expected = expected;
    }

    abstract T parse(String text) throws DateTimeException;

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (accepted.contains(parser.currentToken())) {
            try {
                return parse(parser.getText().strip());
            } catch (DateTimeException e) {
                // reported below without the cause, which quotes the value
            }
        }
        return context.reportInputMismatch(
                this,
                "Not a %s: expected %s, got a %s",
                handledType().getSimpleName(),
                expected,
                parser.currentToken());
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads a whole number, as number or text. Jackson's own would cut off a fraction and take a number such as 1.0E18
 * through double; here a number that does not fit exactly is an error.
 *
 * @param <T> the Java type
 */
abstract class WholeNumberDeserializer<T extends Number> extends StdDeserializer<T> {
    private static final Set<JsonToken> ACCEPTED =
            EnumSet.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT, JsonToken.VALUE_STRING);

    /** Jackson's own limit for numbers; a text has none, and the time to convert one grows with its square. */
    private static final int MAX_LENGTH = 1000;

    WholeNumberDeserializer(Class<T> type) {
        super(type);
    }

    /** The exact value, or an ArithmeticException. */
    abstract T exactly(BigDecimal number);

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (ACCEPTED.contains(parser.currentToken()) && parser.getTextLength() <= MAX_LENGTH) {
            try {
                return exactly(new BigDecimal(parser.getText().strip()));
            } catch (ArithmeticException | NumberFormatException e) {
                // reported below without the value, as all errors of the model
            }
        }
        return context.reportInputMismatch(
                this,
                "Not a%s: expected a whole number within its range, got a %s",
                handledType() == Integer.class ? "n Integer" : " Long",
                parser.currentToken());
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import com.fasterxml.jackson.core.JsonToken;
import java.time.Instant;
import java.util.Set;

/** Reads ISO-8601 text, or epoch milliseconds as number or text. */
public final class InstantDeserializer extends TextScalarDeserializer<Instant> {
    public InstantDeserializer() {
        super(
                Instant.class,
                Set.of(JsonToken.VALUE_STRING, JsonToken.VALUE_NUMBER_INT),
                "ISO-8601 text with an offset, or epoch milliseconds");
    }

    @Override
    Instant parse(String text) {
        return Moments.parse(text).toInstant();
    }
}

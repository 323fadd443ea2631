/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import com.fasterxml.jackson.core.JsonToken;
import java.time.ZonedDateTime;
import java.util.Set;

/** Reads ISO-8601 text, or epoch milliseconds as number or text; the latter are given in UTC. */
public final class ZonedDateTimeDeserializer extends TextScalarDeserializer<ZonedDateTime> {
    public ZonedDateTimeDeserializer() {
        super(
                ZonedDateTime.class,
                Set.of(JsonToken.VALUE_STRING, JsonToken.VALUE_NUMBER_INT),
                "ISO-8601 text with an offset, or epoch milliseconds");
    }

    @Override
    ZonedDateTime parse(String text) {
        return Moments.parse(text);
    }
}

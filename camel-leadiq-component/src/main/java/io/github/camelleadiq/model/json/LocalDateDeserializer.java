/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import com.fasterxml.jackson.core.JsonToken;
import java.time.LocalDate;
import java.util.Set;

/** Reads an ISO-8601 date. */
public final class LocalDateDeserializer extends TextScalarDeserializer<LocalDate> {
    public LocalDateDeserializer() {
        super(LocalDate.class, Set.of(JsonToken.VALUE_STRING), "an ISO-8601 date");
    }

    @Override
    LocalDate parse(String text) {
        return LocalDate.parse(text);
    }
}

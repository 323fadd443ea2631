/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;

/** Writes dates and moments as ISO-8601 text. */
public final class IsoTextSerializer extends StdSerializer<Temporal> {
    public IsoTextSerializer() {
        super(Temporal.class);
    }

    @Override
    public void serialize(Temporal value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        // toString() of a ZonedDateTime would leave out zero seconds and add [Zone], which is not ISO-8601
        generator.writeString(
                value instanceof ZonedDateTime moment
                        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment)
                        : value.toString());
    }
}

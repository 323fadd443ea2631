/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQProtocolException;
import java.io.IOException;
import java.util.Map;

/** Makes of JSON what {@code resultType} says, straight from the bytes of the answer. */
final class JsonDecoder {

    /** Makes the value of the JSON. */
    @FunctionalInterface
    private interface Decoder {
        Object decode(JsonSlice json) throws IOException;
    }

    private final String operation;
    private final Decoder decoder;

    /** @param recordType what {@link LeadIQResultType#RECORD} makes of it */
    JsonDecoder(String operation, JavaType recordType, LeadIQResultType resultType) {
        this.operation = operation;
        this.decoder = Map.<LeadIQResultType, Decoder>of(
                        LeadIQResultType.RECORD, reading(recordType),
                        LeadIQResultType.MAP, reading(JsonText.MAPPER.constructType(Object.class)),
                        LeadIQResultType.JSON, JsonSlice::toBytes)
                .get(resultType);
    }

    private static Decoder reading(JavaType type) {
        ObjectReader reader = JsonText.MAPPER.readerFor(type);
        return json -> reader.readValue(json.bytes(), json.offset(), json.length());
    }

    /**
     * Null for the JSON null.
     *
     * @throws LeadIQProtocolException when the answer is not of the operation's type
     */
    Object decode(JsonSlice json) {
        try {
            return json.isNull() ? null : decoder.decode(json);
        } catch (IOException e) {
            // the cause quotes the answer, which is personal data
            throw new LeadIQProtocolException(
                    operation, "the answer is not of the operation's type; resultType=map or json takes any", null);
        }
    }
}

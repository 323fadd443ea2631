/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.client.internal.document.LruCache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes requests as JSON. A document is much longer than its variables and sent many times, so it is escaped once. */
final class RequestWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ROOM_FOR_VARIABLES = 512;

    private final LruCache<String, SerializedString> documents = new LruCache<>();

    byte[] write(GraphQLRequest call) {
        SerializedString document = documents.get(call.document(), SerializedString::new);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(document.asQuotedUTF8().length + ROOM_FOR_VARIABLES);
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("query");
            json.writeString(document);
            if (call.operationName() != null) {
                json.writeStringField("operationName", call.operationName());
            }
            json.writeFieldName("variables");
            MAPPER.writeTree(json, call.variables());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a tree of JSON values can always be written to memory", e);
        }
        return bytes.toByteArray();
    }
}

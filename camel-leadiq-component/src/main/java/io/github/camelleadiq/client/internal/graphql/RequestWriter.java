/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.client.internal.document.LruCache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Writes requests as JSON. A document is much longer than its variables and sent many times, so it is escaped once. */
final class RequestWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Question(String document, String operationName) {}

    private final LruCache<Question, byte[]> questions = new LruCache<>();

    byte[] write(GraphQLRequest call) {
        byte[] question =
                questions.get(new Question(call.document(), call.operationName()), RequestWriter::upToTheVariables);
        try {
            byte[] variables = MAPPER.writeValueAsBytes(call.variables());
            byte[] request = Arrays.copyOf(question, question.length + variables.length + 1);
            System.arraycopy(variables, 0, request, question.length, variables.length);
            request[request.length - 1] = '}';
            return request;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON values can always be written", e);
        }
    }

    private static byte[] upToTheVariables(Question question) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            json.writeStringField("query", question.document());
            if (question.operationName() != null) {
                json.writeStringField("operationName", question.operationName());
            }
            json.writeFieldName("variables");
            json.writeRaw(':');
        } catch (IOException e) {
            throw new UncheckedIOException("what is in memory can always be written to it", e);
        }
        return bytes.toByteArray();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.internal.document.LruCache;
import java.util.Arrays;
import java.util.Map;

/** Writes requests as JSON. A document is much longer than its variables and sent many times, so it is escaped once. */
final class RequestWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final LruCache<String, byte[]> documents = new LruCache<>();

    byte[] write(GraphQLRequest request) {
        byte[] document = documents.get(request.document(), RequestWriter::opening);
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        if (request.operationName() != null) {
            rest.put("operationName", request.operationName());
        }
        rest.set("variables", request.variables());
        try {
            byte[] members = MAPPER.writeValueAsBytes(rest);
            byte[] json = Arrays.copyOf(document, document.length + members.length);
            System.arraycopy(members, 0, json, document.length, members.length);
            // instead of the brace of an object of its own
            json[document.length] = ',';
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON values can always be written", e);
        }
    }

    /** An object with the document that is left open. */
    private static byte[] opening(String document) {
        try {
            byte[] json = MAPPER.writeValueAsBytes(Map.of("query", document));
            return Arrays.copyOf(json, json.length - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text can always be written as JSON", e);
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.ApiKey;
import io.github.camelleadiq.client.OperationKind;
import io.github.camelleadiq.client.internal.document.AnswerShape;
import java.util.Map;

/**
 * One GraphQL request as it is sent.
 *
 * @param operation the name for messages
 * @param kind whether it changes something
 * @param document the text of the document
 * @param operationName which operation of the document to run
 * @param variables the values; the only place where user data stands
 * @param key the API key, or null for an anonymous request
 * @param headers further HTTP headers
 * @param rootField the field of {@code data} that is the answer, or null for the whole of {@code data}
 * @param shapes what to look for in fields of {@code data}, by their names; empty for nothing
 */
public record GraphQLRequest(
        String operation,
        OperationKind kind,
        String document,
        String operationName,
        ObjectNode variables,
        ApiKey key,
        Map<String, String> headers,
        String rootField,
        Map<String, AnswerShape> shapes) {

    /** Neither the key nor the values. */
    @Override
    public String toString() {
        return "GraphQLCall[" + operation + "]";
    }
}

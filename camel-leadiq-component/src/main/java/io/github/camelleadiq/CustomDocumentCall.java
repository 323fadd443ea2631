/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.CustomDocument;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.internal.schema.InputCoercion;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import io.github.camelleadiq.client.internal.schema.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.support.ResourceHelper;

/** A document of the user's own. The answer is the whole of {@code data}; its record form is a Map. */
final class CustomDocumentCall implements OperationCall {

    private static final String RESOURCE_PREFIX = "resource:";

    private final LeadIQEndpoint endpoint;
    private final CustomDocument document;
    private final AnswerWriter answers;
    private final ObjectNode options = JsonNodeFactory.instance.objectNode();

    /** @throws IllegalArgumentException when there is no document, or it is none */
    CustomDocumentCall(LeadIQEndpoint endpoint) throws IOException {
        this.endpoint = endpoint;
        if (endpoint.getQuery() == null) {
            throw new IllegalArgumentException("leadiq:graphql needs the option query");
        }
        try {
            this.document = CustomDocument.of(text(endpoint), endpoint.getOperationName());
            endpoint.ownArguments().forEach((name, value) -> options.set(name, option(name, String.valueOf(value))));
        } catch (LeadIQInvalidRequestException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException("leadiq:graphql: " + e.getPath() + " " + e.getMessage(), e);
        }
        this.answers = new AnswerWriter(
                LeadIQEndpoint.OWN_DOCUMENT,
                JsonText.MAPPER.constructType(Object.class),
                endpoint.getConfiguration().getResultType());
    }

    /** Options are text; a document's variables have types, of which only the scalars are known here. */
    private JsonNode option(String name, String value) {
        return new InputCoercion(Schemas.unknown()).coerceText(document.typeOf(name), value, name);
    }

    @Override
    public CompletableFuture<Reply> send(Exchange exchange, CallOptions callOptions) {
        ObjectNode variables = options.deepCopy();
        try {
            // what a document without variables finds in the body is from another step
            if (!document.variables().isEmpty()) {
                merge(exchange, variables, exchange.getMessage().getBody(), "body");
            }
            merge(
                    exchange,
                    variables,
                    exchange.getMessage().getHeader(LeadIQConstants.ARGUMENTS),
                    "header " + LeadIQConstants.ARGUMENTS);
            // a name that the document does not have is a slip, or data that is none of the server's business
            variables.fieldNames().forEachRemaining(document::typeOf);
        } catch (InvalidInputException e) {
            throw new LeadIQInvalidRequestException(LeadIQEndpoint.OWN_DOCUMENT, e.getPath(), e.getMessage(), e);
        }
        return endpoint.client()
                .execute(document, variables, callOptions)
                .thenApply(response -> message -> answers.write(message, response));
    }

    private static void merge(Exchange exchange, ObjectNode variables, Object value, String path) {
        JsonNode parsed = InputValues.parse(exchange, value, path);
        if (parsed instanceof ObjectNode object) {
            InputValues.merge(variables, object);
        } else if (!parsed.isMissingNode() && !parsed.isNull()) {
            throw new InvalidInputException(path, "is not an object with the variables of the document");
        }
    }

    private static String text(LeadIQEndpoint endpoint) throws IOException {
        String query = endpoint.getQuery();
        if (!query.startsWith(RESOURCE_PREFIX)) {
            return query;
        }
        try (InputStream stream = ResourceHelper.resolveMandatoryResourceAsInputStream(
                endpoint.getCamelContext(), query.substring(RESOURCE_PREFIX.length()))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

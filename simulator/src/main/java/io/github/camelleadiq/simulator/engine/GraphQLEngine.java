/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.ParserOptions;
import io.github.camelleadiq.simulator.schema.SimulatedSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Executes documents against whatever schema is served at the moment. */
public final class GraphQLEngine {
    private static final Set<ErrorClassification> INVALID =
            Set.of(ErrorType.ValidationError, ErrorType.InvalidSyntax, ErrorType.OperationNotSupported);

    private final Backend backend;
    private volatile Served served;

    public GraphQLEngine(Backend backend, SimulatedSchema schema) {
        this.backend = backend;
        serve(schema);
    }

    /** From the next request on, this is the schema. */
    public void serve(SimulatedSchema schema) {
        served = Served.of(schema);
    }

    public SimulatedSchema schema() {
        return served.schema();
    }

    /**
     * What came of a request.
     *
     * @param response         {@code data} and {@code errors} as the GraphQL specification lays them out
     * @param hasData          whether anything was served
     * @param status           status of the refusal that the errors carry, or 200
     * @param validationErrors why the document or its variables do not fit the schema
     */
    public record Outcome(Map<String, Object> response, boolean hasData, int status, List<String> validationErrors) {}

    /** @param key whose request it is, or empty for an anonymous one */
    public Outcome execute(String document, String operationName, Map<String, Object> variables, String key) {
        Served now = served;
        RequestScope scope = new RequestScope(backend, key, now.schema().dialect());
        ExecutionInput input = ExecutionInput.newExecutionInput(document)
                .operationName(operationName)
                .variables(variables)
                .graphQLContext(Map.of(RequestScope.class, scope, ParserOptions.class, ParsedDocuments.LIMITS))
                .build();
        ExecutionResult result = now.graphQL().execute(input);
        boolean hasData = result.getData() != null;
        if (!hasData) {
            scope.refund();
        }
        return new Outcome(
                result.toSpecification(),
                hasData,
                result.getErrors().stream()
                        .map(GraphQLEngine::status)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(200),
                result.getErrors().stream()
                        .filter(e -> INVALID.contains(e.getErrorType()))
                        .map(GraphQLError::getMessage)
                        .toList());
    }

    private static Integer status(GraphQLError error) {
        return error.getExtensions() != null
                        && error.getExtensions().get("response") instanceof Map<?, ?> response
                        && response.get("status") instanceof Integer status
                ? status
                : null;
    }

    private record Served(SimulatedSchema schema, GraphQL graphQL) {
        private static Served of(SimulatedSchema schema) {
            BoundedMap<String, PreparsedDocumentEntry> documents = new BoundedMap<>(1_000);
            GraphQL graphQL = GraphQL.newGraphQL(schema.executable())
                    .defaultDataFetcherExceptionHandler(new FailureHandler())
                    .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                            documents.get(input.getQuery(), text -> parse.apply(input))))
                    .build();
            return new Served(schema, graphQL);
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Turns the failure of a resolver into a GraphQL error with its path. */
final class FailureHandler implements DataFetcherExceptionHandler {
    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable failure = parameters.getException();
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                .error(GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                        .message("%s", String.valueOf(cause.getMessage()))
                        .extensions(extensions(cause))
                        .build())
                .build());
    }

    private static Map<String, Object> extensions(Throwable cause) {
        if (cause instanceof GraphQLRefusal refusal) {
            return Map.of("response", Map.of("status", refusal.status()));
        }
        return cause instanceof IllegalArgumentException
                ? Map.of("response", Map.of("status", 400))
                : Map.of("code", "INTERNAL_SERVER_ERROR");
    }
}

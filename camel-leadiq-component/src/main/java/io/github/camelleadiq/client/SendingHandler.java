/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.concurrent.CompletableFuture;

/** The end of the chain: one request for one call. */
final class SendingHandler implements CallHandler {

    private final GraphQLSender sender;

    SendingHandler(GraphQLSender sender) {
        this.sender = sender;
    }

    @Override
    public CompletableFuture<Answer> handle(PreparedCall call) {
        LeadIQOperation operation = call.operation();
        GraphQLCall request = new GraphQLCall(
                operation.graphqlName(),
                operation.kind(),
                call.document().text(),
                call.document().operationName(),
                call.variables(),
                call.options().key(),
                call.options().headers(),
                operation.graphqlName());
        return sender.send(request, call.options().keepPartialData()).thenApply(sent -> {
            Envelope envelope = sent.envelope();
            return new Answer(envelope.data(), envelope.errors(), envelope.extensions(), sent.requestCount());
        });
    }
}

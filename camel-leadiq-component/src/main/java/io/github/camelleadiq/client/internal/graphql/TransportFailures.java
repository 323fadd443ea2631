/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.client.internal.http.ResponseTooLargeException;
import io.github.camelleadiq.client.internal.http.TransportException;
import io.github.camelleadiq.client.internal.http.UnreadableResponseException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/** What a request without an answer means to the user. */
final class TransportFailures {

    private TransportFailures() {}

    static LeadIQException of(GraphQLRequest call, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof LeadIQException known) {
            return known;
        }
        if (cause.getCause() instanceof ResponseTooLargeException tooLarge) {
            return new LeadIQProtocolException(
                    call.operation(), tooLarge.getMessage() + "; maxResponseSize raises that", null);
        }
        if (cause.getCause() instanceof UnreadableResponseException unreadable) {
            return new LeadIQProtocolException(call.operation(), unreadable.getMessage(), unreadable);
        }
        boolean sent = cause instanceof TransportException known
                ? known.isSent()
                : !(cause instanceof CancellationException || cause instanceof RejectedExecutionException);
        return new LeadIQTransportException(call.operation(), String.valueOf(cause.getMessage()), sent, cause);
    }
}

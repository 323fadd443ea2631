/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import java.util.concurrent.CompletableFuture;

/**
 * Sends one request and gives its answer, whatever its status. Knows nothing of GraphQL, retries or pacing.
 *
 * <p>The future fails with a {@link TransportException} when no answer came, and is completed exactly once, on a thread
 * of the transport: whoever goes on from there must not block it. Cancelling the future gives the request up.
 */
public interface Transport extends AutoCloseable {

    CompletableFuture<TransportResponse> send(TransportRequest request);

    @Override
    void close();
}

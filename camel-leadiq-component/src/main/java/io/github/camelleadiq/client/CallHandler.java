/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.concurrent.CompletableFuture;

/**
 * Gets the answer to a prepared call: by sending it, or by something cheaper before handing it on to the next handler.
 * Handlers form a chain; each has one reason to stand in it.
 *
 * <p>The future fails with a {@link LeadIQException} and is completed exactly once.
 */
@FunctionalInterface
public interface CallHandler {

    CompletableFuture<Answer> handle(PreparedCall call);
}

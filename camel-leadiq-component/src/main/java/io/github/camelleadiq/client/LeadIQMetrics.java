/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.time.Duration;

/**
 * Is told what a client does, as it happens, on the client's own threads: it must neither block nor fail. Nothing that it
 * is told is personal data. All methods do nothing unless overridden.
 */
public interface LeadIQMetrics {

    /** Counts nothing. */
    LeadIQMetrics NONE = new LeadIQMetrics() {};

    /**
     * A request leaves, be it the first time or again.
     *
     * @param operation the GraphQL name of the operation, {@code graphql} for a document of the user's own, or
     *     {@code introspection}
     * @param waited how long it waited for its turn under the limit
     */
    default void requested(String operation, Duration waited) {}

    /** The server answered that there were too many requests. */
    default void rateLimited(String operation) {}

    /** A request was made up that does so many lookups. */
    default void batched(String operation, int lookups) {}

    /** A caller wants something of an operation. */
    default void called(LeadIQOperation operation) {}

    /** A call was answered by the cache alone. */
    default void answeredByCache(LeadIQOperation operation) {}

    /** A call shares the request of an equal one that is under way. */
    default void coalesced(LeadIQOperation operation) {}

    /** A call failed for its caller, after all repetitions. */
    default void failed(LeadIQOperation operation, LeadIQException failure) {}

    /** A call cost credits, or may have. */
    default void spent(LeadIQOperation operation, CallCredits credits) {}
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import io.github.camelleadiq.client.cache.CacheConfig;
import io.github.camelleadiq.client.credit.CreditConfig;
import java.net.URI;
import java.time.Duration;

/**
 * How a client talks to one server. Equal configurations can share one client.
 *
 * @param uri the GraphQL endpoint
 * @param http connections, timeouts of single requests, proxy and TLS
 * @param requestTimeout for an operation as a whole, with repeating, but without its time in the rate limiter's queue
 * @param maxRetries repetitions at most; 0 for none
 * @param retryDelay before the first repetition; doubled each time
 * @param maxRetryDelay before any repetition, also when the server asks for more
 * @param schemaCheck which schema requests are fitted to
 * @param schemaRefresh how old the server's own schema may become before it is asked for again
 * @param batchSize lookups of a request at most; 1 for no batching, {@link #BATCH_SIZE_AUTO} for as many as the server
 *     answers whole and in time
 * @param batchWindow how long a lookup waits for those of other exchanges; zero for not at all
 * @param pacing how fast the requests of a key may leave
 * @param cache where answers that were paid for are kept, or null for nowhere
 * @param credits how spending is counted and limited
 */
public record LeadIQClientConfig(
        URI uri,
        HttpTransportConfig http,
        Duration requestTimeout,
        int maxRetries,
        Duration retryDelay,
        Duration maxRetryDelay,
        SchemaCheck schemaCheck,
        Duration schemaRefresh,
        int batchSize,
        Duration batchWindow,
        RateLimitConfig pacing,
        CacheConfig cache,
        CreditConfig credits) {

    /** In place of a number of lookups. */
    public static final int BATCH_SIZE_AUTO = 0;
}

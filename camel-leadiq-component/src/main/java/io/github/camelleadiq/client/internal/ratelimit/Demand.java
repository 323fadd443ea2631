/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import io.github.camelleadiq.client.RateLimitConfig;
import java.util.concurrent.Executor;

/**
 * What one client asks of the rate limiters of its keys.
 *
 * @param owner the client, told apart by identity
 * @param config its settings
 * @param executor its threads, for questions to a database
 */
record Demand(Object owner, RateLimitConfig config, Executor executor) {}

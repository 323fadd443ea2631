/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import java.time.Duration;

/**
 * How answers are kept.
 *
 * @param store where
 * @param ttl how old an answer may become before it is asked for again
 * @param notFoundTtl the same for the answer that there is no such person
 * @param secrets encrypt what is kept and hide what it was bought under
 */
public record CacheConfig(LeadIQCache store, Duration ttl, Duration notFoundTtl, CacheSecrets secrets) {}

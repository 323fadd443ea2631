/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import java.time.Clock;

/** Stores with a clock that tests can turn. */
public final class TestStores {

    private TestStores() {}

    public static LeadIQCache memory(Clock clock) {
        return new MemoryCache(1_000, clock);
    }
}

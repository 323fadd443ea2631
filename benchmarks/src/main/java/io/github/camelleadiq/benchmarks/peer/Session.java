/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.peer;

import io.github.camelleadiq.model.SearchResult;
import java.util.function.BiConsumer;

/** A peer with its connections. Safe for many threads. */
public interface Session extends AutoCloseable {

    /**
     * Looks up the person with this email address.
     *
     * @param done takes the answer or the failure, once; a blocking peer calls it before this method returns
     */
    void lookup(String email, BiConsumer<SearchResult, Throwable> done);
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.paging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts all first, then waits for each. */
final class CompletedAll {

    private CompletedAll() {}

    static void of(Stream<CompletableFuture<Object>> started) throws Exception {
        List<CompletableFuture<Object>> all = started.toList();
        for (CompletableFuture<Object> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
    }
}

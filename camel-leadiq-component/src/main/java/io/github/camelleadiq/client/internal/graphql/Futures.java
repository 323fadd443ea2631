/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What {@link CompletableFuture} leaves out. */
public final class Futures {

    private Futures() {}

    /** All values in the order of their futures, when the last one is there; null is a value. */
    public static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        if (futures.size() == 1) {
            return futures.get(0).thenApply(Futures::listOf);
        }
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
                .thenApply(done ->
                        futures.stream().map(CompletableFuture::join).collect(Collectors.toCollection(ArrayList::new)));
    }

    /** Unlike {@link List#of}, also of null. */
    private static <T> List<T> listOf(T value) {
        List<T> list = new ArrayList<>(1);
        list.add(value);
        return list;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Gets the answers to prepared calls: by sending them, or by something cheaper before handing the rest on to the next
 * handler. Handlers form a chain; each has one reason to stand in it. A list goes through the chain as a list, so that
 * each handler does its work once for all of it.
 */
@FunctionalInterface
public interface CallHandler {

    /**
     * The outcomes, in the order of the calls. The future is completed exactly once, when the last outcome is there. It
     * fails for no call: a call that fails has an outcome that says so.
     */
    CompletableFuture<List<CallOutcome>> handle(List<PreparedCall> calls);

    /** As {@link #handle}, but null stands for a call that needs no answer, and for its outcome. */
    default CompletableFuture<List<CallOutcome>> handlePresent(List<PreparedCall> calls) {
        List<PreparedCall> present = calls.stream().filter(Objects::nonNull).toList();
        CompletableFuture<List<CallOutcome>> handled =
                present.isEmpty() ? CompletableFuture.completedFuture(List.of()) : handle(present);
        return handled.thenApply(outcomes -> {
            Iterator<CallOutcome> following = outcomes.iterator();
            return calls.stream()
                    .map(call -> call == null ? null : following.next())
                    .collect(Collectors.toCollection(ArrayList::new));
        });
    }
}

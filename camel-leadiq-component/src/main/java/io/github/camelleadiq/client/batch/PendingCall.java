/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.batch;

import io.github.camelleadiq.client.Answer;
import io.github.camelleadiq.client.PreparedCall;
import java.util.concurrent.CompletableFuture;

/** A call that waits for its batch, and the promise of its answer. */
record PendingCall(PreparedCall call, CompletableFuture<Answer> answer) {

    static PendingCall of(PreparedCall call) {
        return new PendingCall(call, new CompletableFuture<>());
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.batch;

import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.internal.call.CallOutcome;
import io.github.camelleadiq.client.internal.call.CallResult;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.graphql.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A call that waits for its request, and the promise of its outcome, which never fails. */
record PendingCall(PreparedCall call, CompletableFuture<CallOutcome> outcome) {

    static PendingCall of(PreparedCall call) {
        return new PendingCall(call, new CompletableFuture<>());
    }

    void answered(CallResult answer) {
        outcome.complete(CallOutcome.of(answer));
    }

    void failed(LeadIQException failure) {
        outcome.complete(CallOutcome.failed(failure));
    }

    /** The server, or a trial, has shown that it was this call and not its neighbours. */
    void failedAlone(LeadIQException failure) {
        FailureScope kind = FailureScope.of(failure);
        outcome.complete(CallOutcome.failed(failure).reaching(kind == FailureScope.REQUEST ? FailureScope.ITEM : kind));
    }

    /** Completed when all are, with the outcomes in their order. */
    static CompletableFuture<List<CallOutcome>> all(List<PendingCall> calls) {
        List<CompletableFuture<CallOutcome>> outcomes = new ArrayList<>(calls.size());
        calls.forEach(call -> outcomes.add(call.outcome));
        return Futures.all(outcomes);
    }
}

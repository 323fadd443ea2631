/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.credit.LeadIQCreditLedger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** Calls a ledger where it may be called: at once, or on a worker thread when it waits for something. */
public final class LedgerAccess {

    private final LeadIQCreditLedger ledger;
    private final Executor workers;

    public LedgerAccess(LeadIQCreditLedger ledger, Executor workers) {
        this.ledger = ledger;
        this.workers = workers;
    }

    public <T> CompletableFuture<T> call(Function<LeadIQCreditLedger, T> work) {
        try {
            return ledger.isBlocking() ? CompletableFuture.supplyAsync(() -> work.apply(ledger), workers) : now(work);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * As {@link #call}, for what a call leaves behind: also when there are no workers any more, on this thread. Else what
     * calls had reserved that a stop has ended would count as spent.
     */
    public <T> CompletableFuture<T> callLast(Function<LeadIQCreditLedger, T> work) {
        try {
            return ledger.isBlocking() ? CompletableFuture.supplyAsync(() -> work.apply(ledger), workers) : now(work);
        } catch (RejectedExecutionException e) {
            return now(work);
        }
    }

    private <T> CompletableFuture<T> now(Function<LeadIQCreditLedger, T> work) {
        try {
            return CompletableFuture.completedFuture(work.apply(ledger));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}

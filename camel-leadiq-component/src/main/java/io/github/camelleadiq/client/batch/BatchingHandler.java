/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.batch;

import io.github.camelleadiq.client.Answer;
import io.github.camelleadiq.client.CallHandler;
import io.github.camelleadiq.client.GraphQLSender;
import io.github.camelleadiq.client.LeadIQMetrics;
import io.github.camelleadiq.client.PreparedCall;
import io.github.camelleadiq.client.batch.BatchCollector.Patience;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/** Lets lookups share requests: those of one list, and, with a window, those of different exchanges. */
public final class BatchingHandler implements CallHandler, AutoCloseable {

    /**
     * With calls of a list that come late, because they were looked up in a cache or a ledger first. A pause this long
     * says that the rest were answered there; requests are short by the minute, so a batch may wait for its fill.
     */
    private static final Patience WITH_STRAGGLERS = new Patience(Duration.ofMillis(50), Duration.ofSeconds(2));

    private final CallHandler next;
    private final BatchSender sender;
    private final int size;
    private final ScheduledExecutorService scheduler;
    private final BatchCollector acrossExchanges;
    private final Set<BatchCollector> lists = ConcurrentHashMap.newKeySet();

    /**
     * @param size lookups of a request at most; 1 for no batching
     * @param window how long a lookup waits for others of other exchanges; zero for not at all
     */
    public BatchingHandler(
            CallHandler next,
            GraphQLSender sender,
            int size,
            Duration window,
            ScheduledExecutorService scheduler,
            LeadIQMetrics metrics) {
        this.next = next;
        this.sender = new BatchSender(next, sender, metrics);
        this.size = size;
        this.scheduler = scheduler;
        this.acrossExchanges = window.isZero()
                ? null
                : new BatchCollector(this.sender, size, new Patience(window, window), scheduler, false);
    }

    /** A collector for the calls of one list; to be released when all are handed in. */
    public BatchCollector newList() {
        BatchCollector collector = new BatchCollector(sender, size, WITH_STRAGGLERS, scheduler, true);
        lists.add(collector);
        return collector;
    }

    /** All calls of a list are settled. */
    public void done(BatchCollector collector) {
        lists.remove(collector);
    }

    /** Sends what still waits; on a closed sender each such call fails at once, and none is forgotten. */
    @Override
    public void close() {
        lists.forEach(BatchCollector::close);
        if (acrossExchanges != null) {
            acrossExchanges.close();
        }
    }

    @Override
    public CompletableFuture<Answer> handle(PreparedCall call) {
        BatchCollector collector = call.collector() != null ? call.collector() : acrossExchanges;
        return collector == null || size == 1 || !call.isLookup() ? next.handle(call) : collector.add(call);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.core.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over in order what arrives, together what is there together: each hand-over ends with a write to disk, which
 * costs the same for one event and for many. It does not wait for more to come. What is not handed over yet is in memory
 * only, and lost with the process: its source must be able to deliver it again. Where more arrives than can be handed
 * over, {@link #add} waits.
 *
 * <p>A hand-over that fails is tried again, for ever, with growing pauses; nothing overtakes it. It ends with {@link
 * #close} or with the context only.
 *
 * <p>Camel's aggregator would have to wait for more to come, and a seda queue hands over one by one.
 */
final class ChangeEventQueue implements AutoCloseable {
    /** What is handed over together at most, and what waits at most. */
    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ChangeEventQueue.class);
    private static final Backoff RETRIES = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));
    private static final long LOOK_MILLIS = 100;
    private static final long CLOSING_MILLIS = 10_000;

    private final CamelContext context;
    private final String name;
    private final Consumer<List<ReceivedEvent>> taker;
    private final BlockingQueue<ReceivedEvent> queue = new ArrayBlockingQueue<>(MOST);
    /** In the queue or being handed over. */
    private final AtomicInteger unfinished = new AtomicInteger();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService executor;

    /**
     * @param name for people
     * @param taker returns when everything is on disk; takes lists without special arrivals, or one of these alone
     */
    ChangeEventQueue(CamelContext context, String name, Consumer<List<ReceivedEvent>> taker) {
        this.context = context;
        this.name = name;
        this.taker = taker;
        this.executor = context.getExecutorServiceManager().newSingleThreadExecutor(this, name);
        executor.execute(this::drain);
    }

    /**
     * Waits while too many others wait to be handed over.
     *
     * @return false if nothing is handed over any more
     */
    boolean add(ReceivedEvent arrival) {
        unfinished.incrementAndGet();
        try {
            while (!isOver()) {
                if (queue.offer(arrival, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unfinished.decrementAndGet();
        return false;
    }

    /** Whether something is not handed over yet. */
    boolean isBusy() {
        return unfinished.get() > 0;
    }

    /** Hands nothing over any more, and waits for the hand-over that is under way, though not for ever. */
    @Override
    public void close() {
        closed.countDown();
        // its threads are not interrupted: a database could close its file at that
        context.getExecutorServiceManager().shutdown(executor);
        try {
            if (!executor.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("{}: a hand-over has not come to its end yet", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nothing is handed over any more. */
    boolean isOver() {
        return closed.getCount() == 0 || context.isStopping() || context.isStopped();
    }

    private void drain() {
        try {
            while (!isOver()) {
                List<ReceivedEvent> some = next();
                if (!some.isEmpty() && handOver(some)) {
                    unfinished.addAndGet(-some.size());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // also after an error: what cannot be stored must not be passed over
            closed.countDown();
            if (isBusy()) {
                LOG.info("{}: ended with {} events that are not stored; they will come again", name, unfinished.get());
            }
        }
    }

    /** What is there. */
    private List<ReceivedEvent> next() throws InterruptedException {
        List<ReceivedEvent> some = new ArrayList<>();
        ReceivedEvent next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        while (next != null) {
            some.add(next);
            ReceivedEvent after = queue.peek();
            boolean fits = some.size() < MOST && !next.isSpecial() && after != null && !after.isSpecial();
            next = fits ? queue.poll() : null;
        }
        return some;
    }

    private boolean handOver(List<ReceivedEvent> some) throws InterruptedException {
        for (int attempt = 1; !isOver(); attempt++) {
            try {
                taker.accept(some);
                return true;
            } catch (RuntimeException e) {
                if (isOver()) {
                    break;
                }
                Duration delay = RETRIES.after(attempt);
                LOG.warn(
                        "{}: {} events could not be stored, next try in {}: {}",
                        name,
                        some.size(),
                        delay,
                        CrmFailure.describe(e));
                closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.camelleadiq.client.RateLimitConfig;
import io.github.camelleadiq.client.RateLimiterState;
import java.time.Duration;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Lets the requests of one key go at its pace. Whoever comes is queued; one task at a time, a drain, takes permits from
 * the source and hands them to the first in the queue, and sleeps when there are none.
 */
final class RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);
    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Comparator<RateLimitConfig> STRICTEST =
            Comparator.comparingInt(RateLimitConfig::requestsPerMinute).thenComparingInt(RateLimitConfig::requestBurst);

    private final RateLimiterKey key;
    private final Ticker clock;
    private final Bucket localBucket;
    private final Map<Object, Demand> demands = new IdentityHashMap<>();
    private final PermitQueue queue = new PermitQueue();
    private final Throttle slowdown = new Throttle();
    private final Outage outage;

    private TokenBucket source;
    /** The source of the drain that is under way; null when there is none. Another drain takes its place by another source. */
    private TokenBucket draining;

    private long alarm;
    private boolean asleep;
    private long unsaidPause;
    private boolean differenceLogged;
    private long rateLimited;
    private long lastUsed;

    RateLimiter(RateLimiterKey key, Ticker clock, Demand first) {
        this.key = key;
        this.clock = clock;
        this.outage = new Outage(key);
        this.localBucket = TokenBucket.localBucket(first.config(), clock);
    }

    /** Queues a waiter; {@link #drain()} has to follow. */
    void add(PermitFuture waiter, Demand demand) {
        synchronized (this) {
            lastUsed = clock.nanoTime();
            if (demands.putIfAbsent(demand.owner(), demand) == null) {
                choose();
            }
            queue.add(waiter);
        }
        waiter.whenComplete((granted, failure) -> {
            if (failure != null) {
                remove(waiter);
            }
        });
    }

    private synchronized void remove(PermitFuture waiter) {
        queue.remove(waiter);
    }

    /** A client goes, and with it all that it waits for. */
    void leave(Object owner) {
        List<PermitFuture> left;
        synchronized (this) {
            if (demands.remove(owner) == null) {
                return;
            }
            left = queue.ofOwner(owner);
            left.forEach(queue::remove);
            if (demands.isEmpty()) {
                draining = null;
                unsaidPause = 0;
            } else {
                choose();
            }
        }
        left.forEach(waiter -> waiter.completeExceptionally(new CancellationException("the client was closed")));
        drain();
    }

    void accepted(long era) {
        synchronized (this) {
            slowdown.accepted(era);
        }
    }

    void refused(long era, Duration retryAfter) {
        synchronized (this) {
            rateLimited++;
            lastUsed = clock.nanoTime();
            long pause = slowdown.refused(era, retryAfter, lastUsed);
            if (pause == 0) {
                return;
            }
            unsaidPause = pause;
            LOG.atLevel(slowdown.pauses() == 1 ? Level.WARN : Level.INFO)
                    .log(
                            "There were too many requests for {}; all {} that wait pause for {} ms",
                            key,
                            queue.size(),
                            pause / 1_000_000);
        }
        drain();
    }

    /** Whether nothing would be lost if this rateLimiter were forgotten and made anew. */
    synchronized boolean isAsNew(Duration restedFor) {
        long now = clock.nanoTime();
        return queue.isEmpty()
                && draining == null
                && unsaidPause == 0
                && now - lastUsed > restedFor.toNanos()
                && slowdown.remaining(now) == 0
                && (source.shared() || source.isFull());
    }

    /** @param bulkhead that of its key */
    synchronized RateLimiterState state(Bulkhead bulkhead) {
        return queue.state(key, source, bulkhead, rateLimited, slowdown.remaining(clock.nanoTime()));
    }

    /** The strictest of the demands decides, and one that knows of a shared bucket decides for all. */
    private void choose() {
        RateLimitConfig strictest =
                demands.values().stream().map(Demand::config).min(STRICTEST).orElseThrow();
        source = demands.values().stream()
                .filter(demand -> demand.config().proxyManager() != null)
                .findFirst()
                .map(demand -> TokenBucket.shared(key, strictest, demand))
                .orElseGet(() -> TokenBucket.local(localBucket, strictest, clock));
        // whatever is asked of the former source may never be answered, when its executor was shut down
        draining = null;
        asleep = false;
        alarm++;
        if (!differenceLogged
                && demands.values().stream()
                                .mapToInt(demand -> demand.config().requestsPerMinute())
                                .distinct()
                                .count()
                        > 1) {
            differenceLogged = true;
            LOG.warn(
                    "Endpoints ask for different requestsPerMinute for {}; the lowest, {}, holds for all",
                    key,
                    strictest.requestsPerMinute());
        }
    }

    /** Sees to it that a drain is under way if there is anything to do. Does not block. */
    void drain() {
        TokenBucket mine;
        synchronized (this) {
            boolean idle = queue.isEmpty() || asleep;
            if (draining != null || demands.isEmpty() || idle && unsaidPause == 0) {
                return;
            }
            mine = source;
            draining = mine;
            asleep = false;
            alarm++;
        }
        try {
            mine.executor().execute(() -> drain(mine));
        } catch (RejectedExecutionException e) {
            // its client is being closed and will leave
            sleep(mine, RETRY_NANOS);
        }
    }

    private void drain(TokenBucket mine) {
        try {
            boolean goOn = true;
            while (goOn) {
                goOn = takeOne(mine);
            }
        } catch (RuntimeException | Error e) {
            // nothing may be sent past the limit because a database is away: wait for it
            sleep(mine, outage.failed(e));
        }
    }

    private boolean takeOne(TokenBucket mine) {
        long pause;
        synchronized (this) {
            if (draining != mine) {
                return false;
            }
            pause = unsaidPause;
            if (pause == 0) {
                long rest = slowdown.remaining(clock.nanoTime());
                if (queue.isEmpty()) {
                    draining = null;
                    return false;
                }
                if (rest > 0) {
                    sleep(mine, rest);
                    return false;
                }
            }
        }
        if (pause > 0) {
            mine.pause(pause);
            return said(pause);
        }
        long wait = mine.take();
        outage.over();
        if (wait > 0) {
            sleep(mine, wait);
            return false;
        }
        handOver(mine);
        return true;
    }

    private synchronized boolean said(long pause) {
        if (unsaidPause == pause) {
            unsaidPause = 0;
        }
        return true;
    }

    private void handOver(TokenBucket mine) {
        while (true) {
            PermitFuture next;
            long era;
            long now = clock.nanoTime();
            synchronized (this) {
                next = queue.poll();
                era = slowdown.era();
            }
            if (next == null) {
                mine.giveBack();
                return;
            }
            if (next.grant(era)) {
                synchronized (this) {
                    queue.granted(next.waited(now));
                }
                return;
            }
        }
    }

    /** Ends a drain until some time has passed. */
    private void sleep(TokenBucket mine, long nanos) {
        long mineToo;
        synchronized (this) {
            if (draining != mine) {
                return;
            }
            draining = null;
            asleep = true;
            mineToo = ++alarm;
        }
        clock.after(nanos, () -> wake(mineToo));
    }

    private void wake(long set) {
        synchronized (this) {
            if (set != alarm) {
                return;
            }
            asleep = false;
        }
        drain();
    }
}

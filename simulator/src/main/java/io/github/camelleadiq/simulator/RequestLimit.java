/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** So many requests for each key within any period of some length. Refused ones do not count. Inside. */
public final class RequestLimit {
    private final int most;
    private final long window;
    private final Clock clock;
    private final Map<String, Deque<Long>> served = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();

    /** @param most 0 for no limit */
    public RequestLimit(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window.toMillis();
        this.clock = clock;
    }

    /** How long to wait until there is room; zero if the request may pass, which is then counted. */
    public Duration acquire(String key, int requests) {
        if (most == 0) {
            return Duration.ZERO;
        }
        Deque<Long> times = served.computeIfAbsent(key, k -> new ArrayDeque<>());
        synchronized (times) {
            long now = clock.millis();
            while (!times.isEmpty() && times.peekFirst() <= now - window) {
                times.removeFirst();
            }
            if (times.size() + requests > most) {
                refused.incrementAndGet();
                long oldest = times.isEmpty() ? now : times.peekFirst();
                return Duration.ofMillis(oldest + window - now);
            }
            for (int i = 0; i < requests; i++) {
                times.addLast(now);
            }
            return Duration.ZERO;
        }
    }

    /** How often it said no. */
    public long refused() {
        return refused.get();
    }

    public void reset() {
        served.clear();
        refused.set(0);
    }
}

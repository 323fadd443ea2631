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

/** So many requests for each key within any sixty seconds. Refused ones do not count. */
final class RequestLimit {
    private static final long WINDOW = Duration.ofMinutes(1).toMillis();

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Deque<Long>> served = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();

    /** @param perMinute 0 for no limit */
    RequestLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** How long to wait until there is room; zero if the request may pass, which is then counted. */
    Duration acquire(String key, int requests) {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        Deque<Long> times = served.computeIfAbsent(key, k -> new ArrayDeque<>());
        synchronized (times) {
            long now = clock.millis();
            while (!times.isEmpty() && times.peekFirst() <= now - WINDOW) {
                times.removeFirst();
            }
            if (times.size() + requests > perMinute) {
                refused.incrementAndGet();
                long oldest = times.isEmpty() ? now : times.peekFirst();
                return Duration.ofMillis(oldest + WINDOW - now);
            }
            for (int i = 0; i < requests; i++) {
                times.addLast(now);
            }
            return Duration.ZERO;
        }
    }

    /** How often it said no. */
    long refused() {
        return refused.get();
    }

    void reset() {
        served.clear();
        refused.set(0);
    }
}

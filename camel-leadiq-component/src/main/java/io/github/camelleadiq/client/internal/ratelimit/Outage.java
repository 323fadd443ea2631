/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shared bucket that cannot be reached. Nothing may be sent past the limit for that, so whoever waits goes on waiting,
 * and the bucket is tried again after one second, two, up to half a minute.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_WAIT = Duration.ofSeconds(30).toNanos();

    private final RateLimiterKey key;
    private long wait;

    Outage(RateLimiterKey key) {
        this.key = key;
    }

    /** The bucket did not answer. Returns how many nanoseconds to wait before the next try. */
    synchronized long failed(Throwable problem) {
        if (wait == 0) {
            wait = FIRST_WAIT;
            LOG.warn(
                    "The bucket that paces {} cannot be reached: requests wait until it can. {}",
                    key,
                    problem.toString());
        } else {
            wait = Math.min(LONGEST_WAIT, 2 * wait);
        }
        return wait;
    }

    /** The bucket answered. */
    synchronized void over() {
        if (wait > 0) {
            wait = 0;
            LOG.info("The bucket that paces {} can be reached again", key);
        }
    }
}

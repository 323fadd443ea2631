/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import java.time.Duration;

/**
 * How long all requests of a key pause after the server refused one: as long as it says, or, when it does not, two
 * seconds, then four, up to a minute, until it lets one pass again.
 *
 * <p>Requests that were under way together are refused together, which says no more than the first of them did. So each
 * permit belongs to an era, each pause begins a new one, and only what left in the current era counts. Not thread-safe.
 */
final class Throttle {

    private static final Duration FIRST = Duration.ofSeconds(2);
    /** LeadIQ counts by the minute: who has been silent for one has paid for everything. */
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** A server, or a proxy on the way, that wants more may be mistaken; asking once in ten minutes does no harm. */
    private static final Duration LONGEST_ON_REQUEST = Duration.ofMinutes(10);

    /** Who is told to come back at once is told wrong. */
    private static final Duration SHORTEST_ON_REQUEST = Duration.ofSeconds(1);
    /** Requests that are refused one after the other are told the same moment by numbers that differ. */
    private static final long SAME_MOMENT = Duration.ofMillis(900).toNanos();

    private long era;
    private int pauses;
    private long until;

    /** The era that a permit given now belongs to. */
    long era() {
        return era;
    }

    /** How many nanoseconds are left of the pause; 0 when there is none. */
    long remaining(long now) {
        return era == 0 ? 0 : Math.max(0, until - now);
    }

    /** The server let a request pass. */
    void accepted(long permitEra) {
        if (permitEra == era) {
            pauses = 0;
        }
    }

    /** How many pauses there were since the server last let a request pass. */
    int pauses() {
        return pauses;
    }

    /**
     * The server refused a request.
     *
     * @param retryAfter what the server asks for, or null
     * @return how many nanoseconds to pause from now; 0 when the pause that there is already is as long
     */
    long refused(long permitEra, Duration retryAfter, long now) {
        if (permitEra != era && retryAfter == null) {
            return 0;
        }
        long before = remaining(now);
        if (permitEra == era) {
            era++;
            pauses++;
        }
        long pause = (retryAfter == null ? step() : wanted(retryAfter)).toNanos();
        if (pause - before < SAME_MOMENT) {
            return 0;
        }
        until = now + pause;
        return pause;
    }

    private Duration step() {
        // beyond some doublings only the longest is left; a larger shift would overflow
        return pauses > 6 ? LONGEST : shorter(FIRST.multipliedBy(1L << (pauses - 1)), LONGEST);
    }

    private static Duration wanted(Duration retryAfter) {
        return retryAfter.compareTo(SHORTEST_ON_REQUEST) < 0
                ? SHORTEST_ON_REQUEST
                : shorter(retryAfter, LONGEST_ON_REQUEST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

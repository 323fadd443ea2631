/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of the org's daily API requests is gone, as the org itself says with each answer, and how careful that makes
 * us: other programs live on the same requests. Safe for several threads.
 */
public final class ApiUse {
    private static final Pattern USAGE = Pattern.compile("(?:^|[\\s;,])api-usage=(\\d{1,18})/(\\d{1,18})");

    private final double slowAt;
    private final double ceiling;
    private final Duration longest;
    private final Duration probeEvery;
    private final Clock clock;
    private double used;
    private Instant nextProbe = Instant.MIN;

    /** Slows down from 80 % on, by up to 2 seconds a call, and pauses from 95 % on, with one call a minute. */
    public ApiUse() {
        this(0.8, 0.95, Duration.ofSeconds(2), Duration.ofMinutes(1), Clock.systemUTC());
    }

    /**
     * @param slowAt the part of the limit, 0 to 1, from which on calls are delayed
     * @param ceiling the part from which on calls are refused; at least {@code slowAt}
     * @param longest the delay just below the ceiling; it grows evenly from nothing
     * @param probeEvery how often a call goes out nevertheless above the ceiling: its answer says whether the use has sunk
     */
    public ApiUse(double slowAt, double ceiling, Duration longest, Duration probeEvery, Clock clock) {
        if (!(slowAt > 0 && slowAt <= ceiling)) {
            throw new IllegalArgumentException("0 < slowAt <= ceiling does not hold: " + slowAt + ", " + ceiling);
        }
        this.slowAt = slowAt;
        this.ceiling = ceiling;
        this.longest = Objects.requireNonNull(longest, "longest");
        this.probeEvery = Objects.requireNonNull(probeEvery, "probeEvery");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Takes note of the header {@code Sforce-Limit-Info}; anything else, null included, changes nothing. */
    public synchronized void note(String limitInfo) {
        Matcher usage = USAGE.matcher(limitInfo == null ? "" : limitInfo);
        if (usage.find()) {
            long limit = Long.parseLong(usage.group(2));
            used = limit == 0 ? 1 : (double) Long.parseLong(usage.group(1)) / limit;
        }
    }

    /** The org has refused a call for its limit. */
    public synchronized void exhausted() {
        used = Math.max(used, 1);
        nextProbe = clock.instant().plus(probeEvery);
    }

    /** The part of the limit that is gone, 0 to 1 and a little more; 0 as long as the org has not said. */
    public synchronized double used() {
        return used;
    }

    /** Whether calls are refused now, but for one now and then. */
    public synchronized boolean isPaused() {
        return used >= ceiling;
    }

    /**
     * How long the next call has to wait.
     *
     * @throws SalesforceCallException to be tried again later, if there must be no call now
     */
    public synchronized Duration delay() {
        if (used < slowAt) {
            return Duration.ZERO;
        }
        if (used < ceiling) {
            return Duration.ofMillis(Math.round(longest.toMillis() * (used - slowAt) / (ceiling - slowAt)));
        }
        Instant now = clock.instant();
        if (now.isBefore(nextProbe)) {
            throw new SalesforceCallException(
                    SalesforceErrors.REQUEST_LIMIT,
                    0,
                    true,
                    "no calls now: the org's daily API requests are used up to " + Math.round(used * 100) + " %");
        }
        nextProbe = now.plus(probeEvery);
        return Duration.ZERO;
    }
}

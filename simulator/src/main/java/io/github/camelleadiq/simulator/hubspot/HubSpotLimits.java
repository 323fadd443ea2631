/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.RequestLimit;
import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.hubspot.HubSpotRequest.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** How many requests the account takes: within ten seconds, searches within a second, and each day of its time zone. */
final class HubSpotLimits {
    private static final String ACCOUNT = "account";
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final int tenSecondly;
    private final int daily;
    private final RequestLimit requests;
    private final RequestLimit searches;
    private final Clock clock;
    private final ZoneId timeZone;
    private Instant midnight = Instant.MIN;
    private int usedToday;
    private long refused;

    /** @param most limits, each 0 for none */
    HubSpotLimits(Most most, Clock clock, ZoneId timeZone) {
        tenSecondly = most.tenSecondly();
        daily = most.daily();
        requests = new RequestLimit(most.tenSecondly(), INTERVAL, clock);
        searches = new RequestLimit(most.searchesPerSecond(), Duration.ofSeconds(1), clock);
        this.clock = clock;
        this.timeZone = timeZone;
    }

    record Most(int tenSecondly, int searchesPerSecond, int daily) {}

    /** The refusal of a request, or null if it may pass; it counts then. */
    synchronized HttpAnswer refusal(Kind kind) {
        HttpAnswer refusal = whether(kind);
        refused += refusal == null ? 0 : 1;
        return refusal;
    }

    private HttpAnswer whether(Kind kind) {
        // what tells when the day ends must answer when the day's requests are gone
        if (kind != Kind.ACCOUNT && daily > 0 && usedToday() >= daily) {
            return HubSpotFaults.limited("DAILY", "You have reached your daily limit.");
        }
        // search has a limit of its own, and tells less of it
        if (kind == Kind.SEARCH) {
            if (!searches.acquire(ACCOUNT, 1).isZero()) {
                return HubSpotFaults.limited(null, "You have reached your secondly limit.");
            }
        } else if (!requests.acquire(ACCOUNT, 1).isZero()) {
            return headers(
                    kind,
                    HubSpotFaults.limited("TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit."));
        }
        usedToday++;
        return null;
    }

    /** An answer with what it says of the limits. */
    synchronized HttpAnswer headers(Kind kind, HttpAnswer answer) {
        HttpAnswer told = answer;
        if (kind != Kind.SEARCH && tenSecondly > 0) {
            told = told.with("X-HubSpot-RateLimit-Max", String.valueOf(tenSecondly))
                    .with("X-HubSpot-RateLimit-Interval-Milliseconds", String.valueOf(INTERVAL.toMillis()));
        }
        if (daily > 0) {
            told = told.with("X-HubSpot-RateLimit-Daily", String.valueOf(daily))
                    .with("X-HubSpot-RateLimit-Daily-Remaining", String.valueOf(Math.max(0, daily - usedToday())));
        }
        return told;
    }

    /** 0 for none. */
    int daily() {
        return daily;
    }

    synchronized int usedToday() {
        if (!clock.instant().isBefore(midnight)) {
            midnight = clock.instant()
                    .atZone(timeZone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(timeZone)
                    .toInstant();
            usedToday = 0;
        }
        return usedToday;
    }

    /** When the day of the account ends. */
    synchronized Instant midnight() {
        usedToday();
        return midnight;
    }

    synchronized long refused() {
        return refused;
    }

    synchronized void reset() {
        requests.reset();
        searches.reset();
        midnight = Instant.MIN;
        usedToday = 0;
        refused = 0;
    }
}

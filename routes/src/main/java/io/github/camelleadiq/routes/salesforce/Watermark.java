/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.state.Checkpoints;
import java.time.Duration;
import java.time.Instant;

/**
 * The point in the org's time up to which all changes of a source are stored. It is kept beside the replay id, and only
 * now and then: what it lags behind is read again and recognised.
 */
final class Watermark {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Checkpoints checkpoints;
    private final String source;
    private Instant now;
    /** How much later it may be: what was stored before the program ended in disorder lags behind. */
    private Duration lag = Duration.ZERO;

    private Instant kept = Instant.MIN;
    private boolean isKeptExactly;
    private Instant heard;
    private boolean catchingUp;

    Watermark(Checkpoints checkpoints, String source) {
        this.checkpoints = checkpoints;
        this.source = source + "#moment";
    }

    /** The moment; at the very beginning the one that is given. */
    synchronized Instant get(Instant beginning) {
        if (now == null) {
            String stored = checkpoints.position(source).orElse(null);
            if (stored == null) {
                now = beginning;
                keep(false);
            } else {
                String[] interval = stored.split("/");
                now = Instant.parse(interval[0]);
                lag = interval.length > 1 ? Duration.parse(interval[1]) : Duration.ZERO;
                kept = now;
                isKeptExactly = interval.length == 1;
            }
        }
        return now;
    }

    /** The latest that the moment can be. */
    synchronized Instant latest(Instant beginning) {
        return get(beginning).plus(lag);
    }

    /** All up to here is stored, as an event says. It never goes back. */
    synchronized void advance(Instant to) {
        if (!catchingUp) {
            move(to);
        } else if (heard == null || to.isAfter(heard)) {
            heard = to;
        }
    }

    /** Events do not move it from now on: what has changed between it and the first of them is not stored yet. */
    synchronized void catchUp() {
        catchingUp = true;
    }

    /** All up to here is stored, as catching up has found. */
    synchronized void reach(Instant to) {
        move(to);
    }

    /** All changes before the first event are stored. */
    synchronized void caughtUp() {
        catchingUp = false;
        if (heard != null) {
            move(heard);
            heard = null;
        }
        if (now != null && !now.equals(kept)) {
            keep(false);
        }
    }

    private void move(Instant to) {
        if (now == null || to.isAfter(now)) {
            now = to;
            lag = Duration.ZERO;
            if (isKeptExactly || kept.equals(Instant.MIN) || to.isAfter(kept.plus(EVERY))) {
                keep(false);
            }
        }
    }

    /** Nothing comes any more for now. */
    synchronized void end() {
        if (now != null && lag.isZero() && !isKeptExactly) {
            keep(true);
        }
    }

    /** As a time, or as an interval where it can move without being stored. */
    private void keep(boolean isExact) {
        checkpoints.record(source, isExact ? now.toString() : now + "/" + EVERY);
        kept = now;
        isKeptExactly = isExact;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.state.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how a run gets on, now and then. */
final class RunProgress {
    private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final double MILLIS = 1_000;

    private final Clock clock;
    private final Instant began;
    private final long before;
    private final long toDo;
    private Instant last;

    /** @param toDo how many records are still to be done; negative if that is not known */
    RunProgress(Clock clock, Run run, long toDo) {
        this.clock = clock;
        this.began = clock.instant();
        this.last = began;
        this.before = run.counts().read();
        this.toDo = toDo;
    }

    /** A line if the last one is some time ago. */
    void progress(Run run) {
        Instant now = clock.instant();
        if (!now.isBefore(last.plus(EVERY))) {
            last = now;
            LOG.info("{}", line(run, now));
        }
    }

    /** A line now. */
    void end(Run run) {
        LOG.info("{}", line(run, clock.instant()));
    }

    String line(Run run, Instant now) {
        long done = run.counts().read() - before;
        double rate = done * MILLIS / Math.max(1, Duration.between(began, now).toMillis());
        String left = toDo < 0 || rate == 0
                ? "unknown"
                : Duration.ofSeconds((long) (Math.max(0, toDo - done) / rate)).toString();
        return "run " + run.id() + " " + run.state() + ": " + run.counts().read() + " done"
                + (toDo < 0 ? "" : " of " + (before + toDo)) + ", "
                + run.counts().planned() + " lack something, " + Math.round(rate) + "/s, time left " + left
                + ", " + run.counts().written() + " written, " + run.credits().toPlainString() + " credits";
    }
}

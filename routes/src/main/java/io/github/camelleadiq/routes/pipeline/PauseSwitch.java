/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stops a pipeline for a while, and remembers across batches which records failed with what, and whether anything got
 * through meanwhile: what comes one by one fails one by one, also where nothing but the service is the reason. Safe for
 * several threads; forgotten at a restart, which tries again at once.
 */
public final class PauseSwitch {
    /** So many different records that fail with the same, and none that gets through in between, are an outage. */
    private static final int SEVERAL = 3;

    /** Those that failed longest ago are forgotten then. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final AtomicReference<Closed> closed = new AtomicReference<>(Closed.NEVER);
    /** The records that have failed with the same, since anything got through the same step. */
    private final Map<Cause, Set<String>> inARow = new HashMap<>();
    /** Something else has got through since they failed. */
    private final Set<Failed> doubtful = new LinkedHashSet<>();
    /** They have failed while others got through: whatever fails later, they fail for themselves. */
    private final Set<Failed> toBlame = new LinkedHashSet<>();

    private record Closed(Instant at, Instant until) {
        private static final Closed NEVER = new Closed(Instant.MIN, Instant.MIN);

        /** A clock that was set back does not make the pause longer. */
        private boolean isOver(Instant now) {
            return !now.isBefore(until) || now.isBefore(at);
        }
    }

    public PauseSwitch(Clock clock) {
        this.clock = clock;
    }

    /** What went wrong where. */
    private record Cause(String step, String code) {}

    private record Failed(String recordId, Cause cause) {}

    /** Closes it for this long at least. */
    public void close(Duration pause) {
        Instant now = clock.instant();
        closed.accumulateAndGet(
                new Closed(now, now.plus(pause)),
                (before, next) -> before.isOver(now) || next.until().isAfter(before.until()) ? next : before);
    }

    /** Opens it at once, for instance after credits were bought. */
    public void open() {
        closed.set(Closed.NEVER);
    }

    public boolean isOpen() {
        return closed.get().isOver(clock.instant());
    }

    /** When it opens by itself; in the past if it is open. */
    public Instant closedUntil() {
        Closed now = closed.get();
        return now.isOver(clock.instant()) ? Instant.MIN : now.until();
    }

    /**
     * Takes note of what came of records that went through a step together.
     *
     * @param step what was done, such as an operation of LeadIQ
     * @param passed who got through
     * @param failed who did not, each with a code of what it failed with
     * @return those of the failed that are not to blame: several have failed with the same, one after the other, and nothing
     *     has got through in between
     */
    synchronized Set<String> outage(String step, Collection<String> passed, Map<String, String> failed) {
        if (!passed.isEmpty()) {
            if (!inARow.isEmpty() || !doubtful.isEmpty() || !toBlame.isEmpty()) {
                gotThrough(step, Set.copyOf(passed));
            }
            failed.forEach((recordId, code) -> remember(toBlame, new Failed(recordId, new Cause(step, code))));
            return Set.of();
        }
        Set<String> suspects = new HashSet<>();
        failed.forEach((recordId, code) -> {
            Cause cause = new Cause(step, code);
            Failed one = new Failed(recordId, cause);
            if (!doubtful.remove(one)) {
                suspects.add(recordId);
            }
            Set<String> row = inARow.computeIfAbsent(cause, any -> new LinkedHashSet<>());
            if (!toBlame.contains(one)) {
                remember(row, recordId);
            }
        });
        suspects.removeIf(
                recordId -> inARow.get(new Cause(step, failed.get(recordId))).size() < SEVERAL);
        return suspects;
    }

    private void gotThrough(String step, Set<String> passed) {
        inARow.forEach((cause, row) -> {
            if (cause.step.equals(step)) {
                row.forEach(recordId -> remember(doubtful, new Failed(recordId, cause)));
            }
        });
        inARow.keySet().removeIf(cause -> cause.step.equals(step));
        toBlame.removeIf(one -> one.cause.step.equals(step) && passed.contains(one.recordId));
        doubtful.removeIf(one -> one.cause.step.equals(step) && passed.contains(one.recordId));
    }

    private static <T> void remember(Set<T> remembered, T one) {
        if (remembered.size() == MOST_REMEMBERED) {
            remembered.remove(remembered.iterator().next());
        }
        remembered.add(one);
    }
}

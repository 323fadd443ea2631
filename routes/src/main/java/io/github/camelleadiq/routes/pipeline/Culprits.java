/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.EventInbox;
import io.github.camelleadiq.routes.state.StateException;
import io.github.camelleadiq.routes.state.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the records that make whole batches fail. A batch that failed is tried again in halves, at no cost in attempts,
 * down to a single record. One that fails alone is a suspect: it is tried again later, alone. If it fails again although
 * a batch was settled in between, it is to blame, which counts, and it is given up in time. If nothing was settled in
 * between, everything fails: nothing counts, and there are pauses. A failure of the state's database is nobody's fault
 * and never counts.
 */
final class Culprits {
    /** How the reason of a record begins that has failed alone. */
    private static final String ALONE = "fails alone: ";
    /** So many failures in a row, of a single record at last and with nothing settled, and it is time for a pause. */
    private static final int SEVERAL = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Culprits.class);

    private final PipelineContext setup;
    private final Suspects suspects = new Suspects();
    private int batchSize;
    private int failures;
    private boolean known;

    Culprits(PipelineContext setup) {
        this.setup = setup;
        this.batchSize = setup.options().batchSize();
    }

    /** How many records to claim. */
    int batchSize() {
        return batchSize;
    }

    /** Of events that were claimed those to process now: all, or a record that failed alone before, alone. */
    List<StoredEvent> alone(String owner, List<StoredEvent> claimed) {
        StoredEvent suspect = claimed.stream()
                .filter(stored ->
                        stored.lastReason() != null && stored.lastReason().startsWith(ALONE))
                .findFirst()
                .orElse(null);
        known = suspect != null;
        if (!known) {
            return claimed;
        }
        Set<String> records = Set.copyOf(suspect.event().recordIds());
        // not events of more records: they fail together, and nobody knows for which
        List<StoredEvent> now = claimed.stream()
                .filter(stored -> !stored.event().recordIds().isEmpty())
                .filter(stored -> records.containsAll(stored.event().recordIds()))
                .toList();
        List<StoredEvent> later =
                claimed.stream().filter(stored -> !now.contains(stored)).toList();
        setup.state().inbox().release(owner, ids(later));
        return now;
    }

    /** The batch of these events was settled. */
    void none(List<StoredEvent> events) {
        suspects.settled();
        events.forEach(stored -> suspects.forget(stored.event().recordIds()));
        failures = 0;
        if (!known) {
            batchSize = Math.min(setup.options().batchSize(), batchSize * 2);
        }
    }

    /**
     * Puts events back whose batch failed.
     *
     * @param failure what it failed with; null if that is not known
     */
    void putBack(String owner, List<StoredEvent> events, Throwable failure) {
        String reason = failure == null ? "not settled" : failure.getClass().getName();
        Set<String> records = events.stream()
                .flatMap(stored -> stored.event().recordIds().stream())
                .collect(Collectors.toSet());
        if (records.size() == 1) {
            putBackOne(owner, events, !isTheState(failure), reason);
            return;
        }
        EventInbox inbox = setup.state().inbox();
        int back = events.size() == 1 ? inbox.split(owner, events.get(0).id()) : inbox.release(owner, ids(events));
        // none if it was settled, and what came after that failed
        if (back > 0) {
            failures++;
            tryFewer(records.size(), reason, "in smaller batches");
        }
    }

    private void putBackOne(String owner, List<StoredEvent> events, boolean blames, String reason) {
        String record = events.stream()
                .flatMap(stored -> stored.event().recordIds().stream())
                .findFirst()
                .orElseThrow();
        boolean counts = blames && suspects.isToBlame(record);
        int back = counts ? count(owner, events, reason) : postpone(owner, events, record, blames, reason);
        if (back == 0) {
            return;
        }
        if (blames) {
            suspects.failed(record);
        }
        if (!counts && ++failures >= SEVERAL) {
            setup.gate().close(setup.options().outagePause());
        }
        if (!known) {
            tryFewer(1, reason, "later");
        }
    }

    private void tryFewer(int records, String reason, String how) {
        batchSize = Math.max(1, records / 2);
        LOG.warn(
                "{} records of {} could not be processed ({}): they are tried again {}",
                records,
                setup.profile().object(),
                reason,
                how);
    }

    /** Not at once: one that the database does not take, or that is to blame after all, would hold the others up. */
    private int postpone(String owner, List<StoredEvent> events, String record, boolean blames, String reason) {
        PipelineOptions options = setup.options();
        Duration delay = options.delayAfter(Math.max(attempts(events), suspects.numberOfTries(record) + 1));
        // the others have their turn first after the pause, if there is one
        Instant from = setup.clock().instant().plus(failures + 1 >= SEVERAL ? options.outagePause() : Duration.ZERO);
        return setup.state().inbox().postpone(owner, ids(events), from.plus(delay), blames ? ALONE + reason : reason);
    }

    private int count(String owner, List<StoredEvent> events, String reason) {
        EventInbox inbox = setup.state().inbox();
        PipelineOptions options = setup.options();
        int attempts = attempts(events);
        if (attempts < options.maxAttempts()) {
            Instant notBefore = setup.clock().instant().plus(options.delayAfter(attempts));
            return inbox.retryLater(owner, ids(events), notBefore, ALONE + reason);
        }
        LOG.warn(
                "{} {} is given up after {} attempts: {}",
                setup.profile().object(),
                events.get(0).event().recordIds(),
                attempts,
                reason);
        return inbox.dead(owner, ids(events), ALONE + reason);
    }

    private static int attempts(List<StoredEvent> events) {
        return events.stream().mapToInt(StoredEvent::attempts).max().orElseThrow();
    }

    private static boolean isTheState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StateException) {
                return true;
            }
        }
        return false;
    }

    private static List<Long> ids(Collection<StoredEvent> events) {
        return events.stream().map(StoredEvent::id).toList();
    }
}

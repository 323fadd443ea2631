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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the records that make whole batches fail. A batch that failed is tried again in halves, at no cost in attempts,
 * down to a single record. One that fails alone is to blame: it is tried again later, alone, and given up in time. A
 * failure of the state's database is nobody's fault and never counts.
 */
final class Culprits {
    /** How the reason of a record begins that has failed alone. */
    private static final String ALONE = "fails alone: ";
    /** So many failures in a row, of a single record at last, and it is not the records' fault. */
    private static final int SEVERAL = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Culprits.class);

    private final Setup setup;
    private int batchSize;
    private int failures;
    private boolean known;

    Culprits(Setup setup) {
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
        List<StoredEvent> now = claimed.stream()
                .filter(stored -> !Collections.disjoint(stored.event().recordIds(), records))
                .toList();
        List<StoredEvent> later =
                claimed.stream().filter(stored -> !now.contains(stored)).toList();
        setup.state().inbox().release(owner, ids(later));
        return now;
    }

    /** A batch was settled. */
    void none() {
        if (!known) {
            failures = 0;
            batchSize = Math.min(setup.options().batchSize(), batchSize * 2);
        }
    }

    /**
     * Puts events back whose batch failed.
     *
     * @param failure what it failed with; null if that is not known
     */
    void putBack(String owner, List<StoredEvent> events, Throwable failure) {
        boolean blames = !isTheState(failure);
        String reason = failure == null ? "not settled" : failure.getClass().getName();
        EventInbox inbox = setup.state().inbox();
        Set<String> records = events.stream()
                .flatMap(stored -> stored.event().recordIds().stream())
                .collect(Collectors.toSet());
        boolean isOne = records.size() == 1;
        int back;
        if (isOne) {
            back = putBackOne(owner, events, blames, reason);
        } else if (events.size() == 1) {
            back = inbox.split(owner, events.get(0).id());
        } else {
            back = inbox.release(owner, ids(events));
        }
        // none if it was settled, and what came after that failed
        if (back > 0 && !known) {
            failures++;
            batchSize = Math.max(1, records.size() / 2);
            LOG.warn(
                    "{} records of {} could not be processed ({}): they are tried again{}",
                    records.size(),
                    setup.profile().object(),
                    reason,
                    isOne ? " later" : " in smaller batches");
            if (isOne && failures >= SEVERAL) {
                setup.gate().close(setup.options().outagePause());
            }
        }
    }

    private int putBackOne(String owner, List<StoredEvent> events, boolean blames, String reason) {
        EventInbox inbox = setup.state().inbox();
        Options options = setup.options();
        Instant now = setup.clock().instant();
        int attempts = events.stream().mapToInt(StoredEvent::attempts).max().orElseThrow();
        Duration delay = options.delayAfter(attempts);
        if (!blames) {
            // not at once, or one whose values the database does not take would hold the others up
            return inbox.postpone(owner, ids(events), now.plus(delay), reason);
        }
        if (attempts < options.maxAttempts()) {
            return inbox.retryLater(owner, ids(events), now.plus(delay), ALONE + reason);
        }
        LOG.warn(
                "{} {} is given up after {} attempts: {}",
                setup.profile().object(),
                events.get(0).event().recordIds(),
                attempts,
                reason);
        return inbox.dead(owner, ids(events), ALONE + reason);
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

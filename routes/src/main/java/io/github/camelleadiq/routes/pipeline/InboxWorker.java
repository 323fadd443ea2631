/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.PoisonIsolator;
import io.github.camelleadiq.routes.core.PoisonIsolator.Failed;
import io.github.camelleadiq.routes.core.PoisonIsolator.Findings;
import io.github.camelleadiq.routes.state.EventInbox;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.Settlement;
import io.github.camelleadiq.routes.state.StateException;
import io.github.camelleadiq.routes.state.StoredEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the next records to process out of the inbox, and puts back what was not settled. A batch that a step fails for is
 * processed again in halves: see {@link PoisonIsolator}. A record that fails alone while others get through comes again
 * alone, and is given up in time. Where all fail, that counts against none of them, and there are pauses.
 */
public final class InboxWorker {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    /** So many records, of which none gets through, are an outage; fewer do not hold others up. */
    private static final int SEVERAL = 3;

    private final PipelineContext setup;
    private final Takes takes;
    private final String streamId;
    private String owner;
    private List<StoredEvent> held = List.of();
    private Instant heldSince = Instant.MIN;
    private int failures;

    /** What a worker takes out of the inbox. */
    public enum Takes {
        /** What has changed, as it comes. */
        CHANGES,
        /** What backfills, refreshes and the like have put there. */
        RUNS
    }

    /** @param streamId what the log calls the work on changes */
    public InboxWorker(PipelineContext setup, Takes takes, String streamId) {
        this.setup = setup;
        this.takes = takes;
        this.streamId = streamId;
    }

    /** The route stops. */
    private static final class StoppingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A worker begins, and takes the place of the one before, who can do nothing any more.
     *
     * @param worker unique among all workers of all nodes, and used once: who outlived a stop must not pass for the next
     */
    public synchronized void begin(String worker) {
        // its work came to an end without being settled: its events are still its own
        giveBack();
        owner = worker;
    }

    /**
     * Processes what is next.
     *
     * @param steps processes and settles a batch, or fails
     * @param goesOn whether there is time for another batch
     * @return false if there is nothing to do now, or if it is not the worker's turn any more
     */
    public boolean work(String worker, Consumer<Batch> steps, BooleanSupplier goesOn) {
        List<RecordContext> items = take(worker);
        if (items.isEmpty()) {
            return false;
        }
        Findings<RecordContext> findings = new PoisonIsolator<RecordContext>(
                        some -> {
                            if (!goesOn.getAsBoolean()) {
                                throw new StoppingException();
                            }
                            steps.accept(batch(worker, some));
                        },
                        InboxWorker::canBeOfOne)
                .isolate(items);
        if (goesOn.getAsBoolean()) {
            settle(worker, items.size(), findings);
        } else {
            // what was interrupted has not failed
            release(worker);
        }
        return true;
    }

    /** The next records, which are the worker's until the lease ends. */
    synchronized List<RecordContext> take(String worker) {
        if (!worker.equals(owner)) {
            return List.of();
        }
        held = setup.gate().isOpen() ? claim() : List.of();
        heldSince = setup.clock().instant();
        settleWithoutRecords();
        Map<String, Trigger> causes = new LinkedHashMap<>();
        for (StoredEvent stored : held) {
            Trigger cause = new Trigger(stored.event(), Set.of(stored.id()), stored.attempts());
            stored.event().recordIds().forEach(id -> causes.merge(id, cause, Trigger::and));
        }
        List<RecordContext> items = new ArrayList<>();
        causes.forEach((id, cause) -> items.add(RecordContext.of(id, cause)));
        return items;
    }

    private List<StoredEvent> claim() {
        EventInbox inbox = setup.state().inbox();
        String object = setup.profile().object();
        PipelineOptions options = setup.options();
        if (takes == Takes.RUNS) {
            return inbox.claimOfRuns(object, options.batchSize(), options.alive(), owner);
        }
        // requests are scarce: changes wait for each other a little
        return inbox.isDue(object, options.batchSize(), options.maxDelay())
                ? inbox.claim(object, options.batchSize(), options.alive(), owner)
                : List.of();
    }

    private synchronized Batch batch(String worker, List<RecordContext> items) {
        String runId = held.isEmpty() ? null : held.get(0).runId();
        // each batch is a sign of life
        heldSince = setup.clock().instant();
        return new Batch(
                setup,
                runId == null ? streamId : runId,
                UUID.randomUUID().toString(),
                worker,
                runId != null,
                runId == null ? null : creditsLeft(runId),
                heldSince,
                new AtomicReference<>(),
                items);
    }

    private BigDecimal creditsLeft(String runId) {
        BigDecimal cap = setup.state().runs().find(runId).map(Run::creditCap).orElse(null);
        return cap == null ? null : cap.subtract(setup.log().credits(runId));
    }

    /** The worker lives: what it works on stays its own, until the lease is over. To be called three times a minute. */
    public synchronized void renew() {
        if (owner == null || held.isEmpty()) {
            return;
        }
        PipelineOptions options = setup.options();
        Duration left = Duration.between(setup.clock().instant(), heldSince.plus(options.lease()));
        Duration renewed = left.compareTo(options.alive()) < 0 ? left : options.alive();
        if (!renewed.isNegative() && !renewed.isZero()) {
            List<Long> ids = held.stream().map(StoredEvent::id).toList();
            try {
                setup.state().inbox().extend(owner, ids, renewed);
            } catch (RuntimeException e) {
                // it is noticed where it matters: nothing is written that is not the worker's any more
                LOG.debug("A lease could not be renewed", e);
            }
        }
    }

    /** As {@link #release()}, if it is the worker's turn still. */
    public synchronized void release(String worker) {
        if (worker.equals(owner)) {
            release();
        }
    }

    /**
     * Gives back what is still held, at an orderly stop. Attempts do not count. Whoever may still work on it will not be
     * able to write: it is not the owner's any more, and the owner's name is never used again.
     */
    public synchronized void release() {
        giveBack();
        owner = null;
    }

    private void giveBack() {
        if (!held.isEmpty()) {
            // should the database be down, they are still held afterwards, for the next time
            setup.state().inbox().release(owner);
            held = List.of();
        }
    }

    /** Not the state's database, which is the fault of none of them. */
    private static boolean canBeOfOne(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StateException || cause instanceof StoppingException) {
                return false;
            }
        }
        return true;
    }

    private synchronized void settle(String worker, int records, Findings<RecordContext> findings) {
        if (!worker.equals(owner)) {
            return;
        }
        Map<String, Settlement> settlements = new HashMap<>();
        List<RecordContext> dead = new ArrayList<>();
        List<Failed<RecordContext>> poison = new ArrayList<>(findings.poison());
        List<Failed<RecordContext>> untold = findings.untold();
        boolean isKnown = held.size() == 1 && held.get(0).failsAlone();
        if (isKnown && !untold.isEmpty() && canBeOfOne(untold.get(0).failure())) {
            // they have failed while others got through: that none is there now says nothing in their favour
            poison.addAll(untold);
            untold = List.of();
        }
        poison.forEach(failed -> settlements.put(failed.one().recordId(), ofPoison(failed, dead)));
        failures = untold.isEmpty() ? 0 : failures + 1;
        if (!untold.isEmpty()) {
            Settlement later = ofUntold(untold, records);
            untold.forEach(failed -> settlements.put(failed.one().recordId(), later));
        }
        if (!settlements.isEmpty()) {
            putBack(settlements, dead);
        }
        held = List.of();
    }

    private void putBack(Map<String, Settlement> settlements, List<RecordContext> dead) {
        List<Long> ids = held.stream().map(StoredEvent::id).toList();
        String runId = held.get(0).runId();
        setup.state().atomically(() -> {
            Set<Long> ours = setup.state().inbox().settle(owner, ids, settlements);
            long given = dead.stream()
                    .filter(item -> item.cause().eventIds().stream().anyMatch(ours::contains))
                    .count();
            if (runId != null && given > 0) {
                setup.state().runs().count(runId, new RunCounts(given, 0, 0, 0, 0, given));
            }
            return null;
        });
    }

    private Settlement ofPoison(Failed<RecordContext> failed, List<RecordContext> dead) {
        RecordContext item = failed.one();
        int attempts = item.cause().attempts();
        String reason = "fails alone: " + failed.failure().getClass().getName();
        PipelineOptions options = setup.options();
        if (attempts < options.maxAttempts()) {
            Instant notBefore = setup.clock().instant().plus(options.retries().after(attempts));
            LOG.warn(
                    "{} {} could not be processed ({}) while others were: it is tried again alone",
                    setup.profile().object(),
                    item.recordId(),
                    failed.failure().getClass().getName());
            return new Settlement.Later(notBefore, true, true, reason);
        }
        LOG.warn(
                "{} {} is given up after {} attempts: {}", setup.profile().object(), item.recordId(), attempts, reason);
        dead.add(item);
        return new Settlement.Dead(reason);
    }

    /** None of them is to blame as far as can be told. */
    private Settlement ofUntold(List<Failed<RecordContext>> untold, int records) {
        Instant now = setup.clock().instant();
        RuntimeException failure = untold.get(untold.size() - 1).failure();
        PipelineOptions options = setup.options();
        String reason = failure.getClass().getName();
        LOG.warn(
                "{} of {} records of {} could not be processed ({}): they are tried again later",
                untold.size(),
                records,
                setup.profile().object(),
                reason);
        Duration pause = options.outagePause();
        if (untold.size() >= SEVERAL || !canBeOfOne(failure)) {
            setup.gate().close(pause);
        } else {
            // one that is alone in the world is not to be a burden for ever
            Duration grown = options.retries().after(failures);
            pause = grown.compareTo(pause) > 0 ? grown : pause;
        }
        return new Settlement.Later(now.plus(pause), false, false, reason);
    }

    /** An overflow names no record. Whoever knows the CRM has to look for the changed ones; here it must not get lost. */
    private void settleWithoutRecords() {
        List<Long> ids = held.stream()
                .filter(stored -> stored.event().recordIds().isEmpty())
                .map(StoredEvent::id)
                .toList();
        if (!ids.isEmpty()) {
            setup.state().inbox().dead(owner, ids, "names no records: look for changed ones by a backfill");
        }
    }
}

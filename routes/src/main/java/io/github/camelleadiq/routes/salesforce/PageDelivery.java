/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.PageOutcome;
import io.github.camelleadiq.routes.Paused;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.StateException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a window over. One that fails again is handed over in halves until the record is found that it fails for: if it
 * fails alone while others get through, it is given up, and the run goes on behind it. Where none gets through, it is no
 * record's fault.
 */
final class PageDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(PageDelivery.class);
    /** So many single records that fail one after the other, and it takes another one that does not to believe it. */
    private static final int SEVERAL = 3;

    private static final RunCounts GIVEN_UP = new RunCounts(1, 0, 0, 0, 0, 1);

    private final RunTracker book;
    private final Patience patience;
    private final Function<List<CrmRecord>, Object> send;
    private List<CrmRecord> rest;
    private boolean isDoubtful;
    private boolean isHandedBack;

    /** @param send hands records over, and answers what the pipeline answers */
    PageDelivery(RunTracker book, Patience patience, List<CrmRecord> window, Function<List<CrmRecord>, Object> send) {
        this.book = book;
        this.patience = patience;
        this.rest = window;
        this.send = send;
    }

    /**
     * The records are settled when this returns, and the cursor is behind them, up to the first one that could not be paid
     * for.
     *
     * @throws RuntimeException if it fails too often, and not for single records
     */
    void deliver() {
        patience.with("A window of run " + book.run().id(), () -> {
            if (isDoubtful) {
                divide();
            } else {
                all();
            }
            return null;
        });
    }

    private void all() {
        try {
            settle(rest, send.apply(rest), BigDecimal.ZERO);
        } catch (RuntimeException e) {
            isDoubtful = isAboutRecords(e);
            throw e;
        }
    }

    /** In halves, from the first record on: the cursor goes from one record to the next. */
    private void divide() {
        Deque<Integer> parts = new ArrayDeque<>(List.of(rest.size()));
        List<CrmRecord> suspects = new ArrayList<>();
        RuntimeException last = null;
        boolean works = false;
        while (!isHandedBack && !parts.isEmpty()) {
            int size = parts.pop();
            List<CrmRecord> some = List.copyOf(rest.subList(suspects.size(), suspects.size() + size));
            try {
                Object answer = send.apply(some);
                if (!suspects.isEmpty() && done(some, answer).isEmpty()) {
                    return;
                }
                BigDecimal counted = settleAll(suspects);
                suspects.clear();
                settle(some, answer, counted);
                works = true;
            } catch (RuntimeException e) {
                if (!isAboutRecords(e) || !book.goesOn()) {
                    throw e;
                }
                last = e;
                if (size > 1) {
                    parts.push(size - size / 2);
                    parts.push(size / 2);
                    continue;
                }
                suspects.add(some.get(0));
                if (suspects.size() % SEVERAL == 0 && !getsThrough(rest.size() - suspects.size())) {
                    throw e;
                }
            }
        }
        if (!works && last != null) {
            throw last;
        }
        settleAll(suspects);
    }

    /**
     * Whether the last record gets through where several have failed one after the other. It comes again when it is its
     * turn.
     *
     * @param behind how many records there are behind those that have failed
     */
    private boolean getsThrough(int behind) {
        if (behind == 0) {
            return true;
        }
        CrmRecord probe = rest.get(rest.size() - 1);
        try {
            return !done(List.of(probe), send.apply(List.of(probe))).isEmpty();
        } catch (RuntimeException e) {
            if (!isAboutRecords(e) || !book.goesOn()) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Settles suspects, as somebody behind them has got through.
     *
     * @return what was spent on whoever got through and is counted by this
     */
    private BigDecimal settleAll(List<CrmRecord> suspects) {
        if (suspects.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal before = book.run().credits();
        book.count();
        BigDecimal counted = book.run().credits().subtract(before);
        List.copyOf(suspects).forEach(this::settleSuspect);
        return counted;
    }

    /** Others get through: tried a few times more, then given up. */
    private void settleSuspect(CrmRecord suspect) {
        if (isHandedBack) {
            return;
        }
        List<CrmRecord> alone = List.of(suspect);
        Object answer;
        try {
            answer = patience.atMost(SEVERAL).with("Record " + suspect.id(), () -> send.apply(alone));
        } catch (RuntimeException e) {
            if (!isAboutRecords(e) || !book.goesOn()) {
                throw e;
            }
            LOG.warn(
                    "{} {} is given up, as it fails while others of run {} get through: {}",
                    suspect.objectType(),
                    suspect.id(),
                    book.run().id(),
                    CrmFailure.describe(e));
            book.bury(suspect, "fails alone: " + CrmFailure.describe(e));
            settled(alone, GIVEN_UP, BigDecimal.ZERO);
            return;
        }
        settle(alone, answer, BigDecimal.ZERO);
    }

    /** @param counted what is counted already of what was spent on them */
    private void settle(List<CrmRecord> sent, Object answer, BigDecimal counted) {
        if (isHandedBack) {
            return;
        }
        List<CrmRecord> done = done(sent, answer);
        isHandedBack = done.size() < sent.size();
        if (done.isEmpty()) {
            return;
        }
        RunCounts of = answer instanceof PageOutcome outcome ? outcome.counts() : RunCounts.NONE;
        settled(
                done,
                new RunCounts(done.size(), of.planned(), of.lookedUp(), of.written(), of.refused(), of.failed()),
                (answer instanceof PageOutcome outcome ? outcome.credits() : BigDecimal.ZERO)
                        .subtract(counted)
                        .max(BigDecimal.ZERO));
    }

    /** Those before the first one that was handed back. */
    private static List<CrmRecord> done(List<CrmRecord> sent, Object answer) {
        Set<String> handedBack = answer instanceof PageOutcome outcome ? Set.copyOf(outcome.handedBack()) : Set.of();
        return sent.stream()
                .takeWhile(handed -> !handedBack.contains(handed.id()))
                .toList();
    }

    private void settled(List<CrmRecord> done, RunCounts counts, BigDecimal credits) {
        book.advance(done, counts, credits);
        rest = rest.subList(done.size(), rest.size());
    }

    /** Not a pause, and nothing that Salesforce or the state's database says. */
    private static boolean isAboutRecords(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Paused || cause instanceof CrmFailure || cause instanceof StateException) {
                return false;
            }
        }
        return true;
    }
}

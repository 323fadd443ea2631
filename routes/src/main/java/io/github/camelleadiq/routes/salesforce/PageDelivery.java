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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a page over. One that fails again is handed over in halves until the record is found that it fails for: if it
 * fails alone while others get through, it is given up, and the run goes on behind it. Where nobody gets through, it is
 * nobody's fault.
 */
final class PageDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(PageDelivery.class);
    /** So many single records that fail one after the other, and it is not the records' fault. */
    private static final int SEVERAL = 3;

    private static final RunCounts GIVEN_UP = new RunCounts(1, 0, 0, 0, 0, 1);

    private final RunBook book;
    private final Patience patience;
    private final Function<List<CrmRecord>, Object> send;
    private List<CrmRecord> rest;
    private boolean isDoubtful;
    private boolean isHandedBack;

    /** @param send hands records over, and answers what the pipeline answers */
    PageDelivery(RunBook book, Patience patience, List<CrmRecord> page, Function<List<CrmRecord>, Object> send) {
        this.book = book;
        this.patience = patience;
        this.rest = page;
        this.send = send;
    }

    /**
     * The records are settled when this returns, and the cursor is behind them, up to the first one that could not be paid
     * for.
     *
     * @throws RuntimeException if it fails too often, and not for single records
     */
    void deliver() {
        patience.with("A page of run " + book.run().id(), () -> {
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
            settle(rest, send.apply(rest));
        } catch (RuntimeException e) {
            isDoubtful = isAboutRecords(e);
            throw e;
        }
    }

    private void divide() {
        List<CrmRecord> suspects = new ArrayList<>();
        RuntimeException last = null;
        boolean works = false;
        int size = rest.size();
        while (!isHandedBack && suspects.size() < rest.size()) {
            List<CrmRecord> some =
                    List.copyOf(rest.subList(suspects.size(), Math.min(rest.size(), suspects.size() + size)));
            try {
                Object answer = send.apply(some);
                if (suspects.isEmpty()) {
                    settle(some, answer);
                    size = some.size() * 2;
                } else if (done(some, answer).isEmpty()) {
                    return;
                } else {
                    // somebody gets through. It comes again: the cursor goes from one record to the next
                    book.count();
                    suspects.forEach(this::settleSuspect);
                    suspects.clear();
                }
                works = true;
            } catch (RuntimeException e) {
                if (!isAboutRecords(e) || !book.goesOn()) {
                    throw e;
                }
                last = e;
                if (some.size() == 1) {
                    suspects.add(some.get(0));
                }
                if (suspects.size() == SEVERAL) {
                    throw e;
                }
                size = Math.max(1, some.size() / 2);
            }
        }
        if (!works && last != null) {
            throw last;
        }
        suspects.forEach(this::settleSuspect);
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
        settle(alone, answer);
    }

    private void settle(List<CrmRecord> sent, Object answer) {
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
                answer instanceof PageOutcome outcome ? outcome.credits() : BigDecimal.ZERO);
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

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds out which of many make a piece of work fail for all of them. What fails is done again in halves, in order, down to
 * single ones. One that fails alone is believed to be the reason only if another one gets through: where nothing gets
 * through, it is an outage, and says nothing about any of them; what failed before the first one got through is tried once
 * more. Bad ones often stand together: after three that fail alone
 * and none that got through, the last one and one from the middle are tried before the others.
 *
 * <p>One search for one list. Does not repeat what has passed.
 *
 * @param <T> what is worked on; told apart by identity
 */
public final class PoisonIsolator<T> {
    /** So many that fail alone, one after the other, can be an outage. */
    private static final int SEVERAL = 3;

    private final Consumer<List<T>> work;
    private final Predicate<RuntimeException> canBeOfOne;
    private final Set<T> over = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Failed<T>> alone = new ArrayList<>();
    private final List<Failed<T>> early = new ArrayList<>();
    private final List<Failed<T>> untold = new ArrayList<>();
    private List<T> all = List.of();
    private RuntimeException end;
    private boolean getsThrough;

    /** One that did not get through, and what it failed with. */
    public record Failed<T>(T one, RuntimeException failure) {}

    /**
     * What did not get through; everything else did.
     *
     * @param poison what failed alone while something else got through, in the order of the search
     * @param untold what nothing can be said about: the work failed for all, or with something that is not about any of
     *     them, or was not tried any more for that reason
     */
    public record Findings<T>(List<Failed<T>> poison, List<Failed<T>> untold) {
        public Findings {
            poison = List.copyOf(poison);
            untold = List.copyOf(untold);
        }
    }

    /**
     * A search that is yet to begin.
     *
     * @param work is done with some at once; fails for all of them or for none
     * @param canBeOfOne whether a single one can be the reason of this failure; the search ends with one that cannot
     */
    public PoisonIsolator(Consumer<List<T>> work, Predicate<RuntimeException> canBeOfOne) {
        this.work = work;
        this.canBeOfOne = canBeOfOne;
    }

    /** Does the work with all of these, as far as it can be done. */
    public Findings<T> isolate(List<T> several) {
        all = List.copyOf(several);
        attempt(all);
        if (getsThrough) {
            onceMore();
            return new Findings<>(alone, untold);
        }
        List<Failed<T>> none = new ArrayList<>(alone);
        none.addAll(untold);
        return new Findings<>(List.of(), none);
    }

    /** Those that failed before anything got through: it can be that everything failed at that time. */
    private void onceMore() {
        for (Failed<T> failed : List.copyOf(early)) {
            alone.remove(failed);
            over.remove(failed.one());
            attempt(List.of(failed.one()));
        }
    }

    private void attempt(List<T> some) {
        List<T> open = some.stream().filter(one -> !over.contains(one)).toList();
        if (open.isEmpty()) {
            return;
        }
        if (end != null) {
            leave(open, end);
            return;
        }
        try {
            work.accept(open);
            over.addAll(open);
            getsThrough = true;
        } catch (RuntimeException e) {
            if (!canBeOfOne.test(e)) {
                end = e;
                leave(open, e);
            } else if (open.size() > 1) {
                attempt(open.subList(0, open.size() / 2));
                attempt(open.subList(open.size() / 2, open.size()));
            } else {
                over.addAll(open);
                Failed<T> failed = new Failed<>(open.get(0), e);
                alone.add(failed);
                if (!getsThrough) {
                    early.add(failed);
                }
                lookElsewhere(e);
            }
        }
    }

    /** Where none has got through yet, others are tried before their turn; if they fail as well, that is enough. */
    private void lookElsewhere(RuntimeException failure) {
        if (getsThrough || alone.size() != SEVERAL) {
            return;
        }
        for (int place : List.of(all.size() - 1, all.size() / 2)) {
            if (!getsThrough) {
                attempt(all.subList(place, place + 1));
            }
        }
        if (!getsThrough && end == null) {
            end = failure;
        }
    }

    private void leave(List<T> open, RuntimeException failure) {
        over.addAll(open);
        open.forEach(one -> untold.add(new Failed<>(one, failure)));
    }
}

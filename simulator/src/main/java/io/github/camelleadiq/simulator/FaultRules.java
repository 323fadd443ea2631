/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which requests go wrong, and how. The first rule that matches a request decides; rules stay until used up or cleared.
 *
 * @param <R> what rules look at to tell requests apart
 */
public class FaultRules<R> {
    private final List<Rule<R>> rules = new ArrayList<>();

    /** The next requests, whatever they are, go wrong. */
    public FaultRules<R> next(int times, Fault fault) {
        return next(times, request -> true, fault);
    }

    /** The next requests of a kind go wrong. */
    public synchronized FaultRules<R> next(int times, Predicate<R> which, Fault fault) {
        rules.add(new Rule<>(which, request -> fault, times));
        return this;
    }

    /** Every request of a kind goes wrong. */
    public FaultRules<R> when(Predicate<R> which, Fault fault) {
        return next(Integer.MAX_VALUE, which, fault);
    }

    /**
     * Some requests go wrong, the same ones in every run that makes the same requests in the same order.
     *
     * @param probability 0 to 1
     * @param faults      one of these each time
     */
    public synchronized FaultRules<R> random(long seed, double probability, Fault... faults) {
        Random dice = new Random(seed);
        List<Fault> choice = List.of(faults);
        rules.add(new Rule<>(
                request -> dice.nextDouble() < probability,
                request -> choice.get(dice.nextInt(choice.size())),
                Integer.MAX_VALUE));
        return this;
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        rules.clear();
    }

    /** The fault for a request, or null. Counts as used. */
    public synchronized Fault pick(R request) {
        for (Iterator<Rule<R>> all = rules.iterator(); all.hasNext(); ) {
            Rule<R> rule = all.next();
            if (rule.which.test(request)) {
                if (--rule.left == 0) {
                    all.remove();
                }
                return rule.fault.apply(request);
            }
        }
        return null;
    }

    private static final class Rule<R> {
        private final Predicate<R> which;
        private final Function<R, Fault> fault;
        private int left;

        private Rule(Predicate<R> which, Function<R, Fault> fault, int left) {
            this.which = which;
            this.fault = fault;
            this.left = left;
        }
    }
}

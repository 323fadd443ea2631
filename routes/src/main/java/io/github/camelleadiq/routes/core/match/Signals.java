/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.routes.core.text.Agreement;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What speaks for and against one candidate: of each signal once. */
final class Signals {
    private final Map<Signal, Evidence> evidence = new EnumMap<>(Signal.class);

    Signals() {}

    Signals(Collection<Evidence> evidence) {
        evidence.forEach(this::add);
    }

    void add(Evidence item) {
        evidence.put(item.signal(), item);
    }

    void add(Signal signal, Agreement agreement) {
        add(Evidence.of(signal, agreement));
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence.values());
    }

    boolean agrees(Signal signal) {
        return is(signal, Agreement.AGREES);
    }

    boolean contradicts(Signal signal) {
        return is(signal, Agreement.CONTRADICTS);
    }

    boolean is(Signal signal, Agreement agreement) {
        return evidence.containsKey(signal) && evidence.get(signal).agreement() == agreement;
    }

    boolean anyAgrees(Set<Signal> signals) {
        return signals.stream().anyMatch(this::agrees);
    }

    double score(Signal signal) {
        return evidence.containsKey(signal) ? evidence.get(signal).score() : 0;
    }

    /** Says again what a signal is worth: it cannot be compared, all others considered. */
    void discount(Signal signal) {
        add(signal, Agreement.NOT_COMPARABLE);
    }

    /** What a signal says follows from another. */
    void dependent(Signal signal) {
        Evidence item = evidence.get(signal);
        add(new Evidence(signal, item.agreement(), item.score(), false));
    }

    /** The mean of the scores by weight; 0 if nothing is known. */
    double mean() {
        double weights = 0;
        double sum = 0;
        for (Evidence item : evidence.values()) {
            if (item.isKnown() && item.isIndependent()) {
                weights += item.signal().weight();
                sum += item.signal().weight() * item.score();
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }
}

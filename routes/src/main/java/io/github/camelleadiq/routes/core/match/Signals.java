/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import java.util.ArrayList;
import java.util.List;

/** What speaks for and against one candidate. */
final class Signals {
    private final List<Evidence> evidence;

    Signals() {
        this(List.of());
    }

    Signals(List<Evidence> evidence) {
        this.evidence = new ArrayList<>(evidence);
    }

    void add(Signal signal, double score) {
        evidence.add(new Evidence(signal, score));
    }

    List<Evidence> evidence() {
        return evidence;
    }

    /** Whether this signal is known and speaks for the candidate. */
    boolean isFor(Signal signal) {
        return evidence.stream().anyMatch(item -> item.signal() == signal && item.score() >= 0.9);
    }

    /** Whether this signal is known and scores less. */
    boolean isBelow(Signal signal, double score) {
        return evidence.stream().anyMatch(item -> item.signal() == signal && item.score() < score);
    }

    /** The mean of the scores by weight; 0 if nothing is known. */
    double mean() {
        double weights = 0;
        double sum = 0;
        for (Evidence item : evidence) {
            weights += item.signal().weight();
            sum += item.signal().weight() * item.score();
        }
        return weights == 0 ? 0 : sum / weights;
    }
}

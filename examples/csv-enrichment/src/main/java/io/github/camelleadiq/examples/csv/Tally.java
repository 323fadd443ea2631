/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.examples.csv.reading.Rejection;
import io.github.camelleadiq.examples.csv.writing.RowOutcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of the rows. */
final class Tally {

    private static final String EMAIL = "leadiq_email";

    private final Map<Rejection.Kind, Long> rejected = new EnumMap<>(Rejection.Kind.class);
    private long matched;
    private long withEmail;
    private long unmatched;
    private long lookups;
    private long requests;

    synchronized void add(RowOutcome outcome) {
        if (outcome instanceof RowOutcome.LookedUp lookedUp && lookedUp.isMatched()) {
            matched++;
            withEmail +=
                    lookedUp.values().stream().anyMatch(value -> value.field().equals(EMAIL)) ? 1 : 0;
        } else if (outcome instanceof RowOutcome.LookedUp) {
            unmatched++;
        } else if (outcome instanceof RowOutcome.Rejected reject) {
            rejected.merge(reject.rejection().kind(), 1L, Long::sum);
        }
    }

    /** @param taken requests that it took; 0 when it shared that of another row */
    synchronized void addLookup(int taken) {
        lookups++;
        requests += taken;
    }

    /** Rows that ended; all of the file in the end. */
    synchronized long read() {
        return matched + unmatched + rejected();
    }

    synchronized long matched() {
        return matched;
    }

    synchronized long withEmail() {
        return withEmail;
    }

    synchronized long unmatched() {
        return unmatched;
    }

    synchronized long rejected() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized Map<Rejection.Kind, Long> rejectedByKind() {
        return Collections.unmodifiableMap(new EnumMap<>(rejected));
    }

    /** Questions to LeadIQ: of a row that is not found by one, there is another. */
    synchronized long lookups() {
        return lookups;
    }

    /** Requests to LeadIQ, repetitions included; of a lookup that failed only one is known of. */
    synchronized long requests() {
        return requests;
    }
}

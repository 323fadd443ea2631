/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records that have failed alone, and whether that speaks against them: only if something else went well in between,
 * or it can as well be that everything fails. Forgotten at a restart, which is to the records' advantage.
 */
final class Suspects {
    /** Those that failed longest ago are forgotten then. */
    private static final int MOST = 10_000;

    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST;
        }
    };

    private long settled;

    /** A batch was settled. */
    void settled() {
        settled++;
    }

    /** Whether another failure of this record is its own fault: it has failed before, and then something was settled. */
    boolean isToBlame(String recordId) {
        Tries before = tries.get(recordId);
        return before != null && before.settled() < settled;
    }

    /** The record has failed alone. */
    void failed(String recordId) {
        int number = numberOfTries(recordId) + 1;
        // as the latest
        tries.remove(recordId);
        tries.put(recordId, new Tries(number, settled));
    }

    /** How often it has failed alone. */
    int numberOfTries(String recordId) {
        Tries before = tries.get(recordId);
        return before == null ? 0 : before.number();
    }

    void forget(Iterable<String> recordIds) {
        recordIds.forEach(tries::remove);
    }

    /** How often a record has failed alone, and how many batches had been settled the last time. */
    private record Tries(int number, long settled) {}
}

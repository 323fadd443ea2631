/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.guard.Verdict;
import io.github.camelleadiq.routes.state.Outcome;

/** What is to become of a record on its way. */
public sealed interface Disposition {
    /** It goes on. */
    Disposition OPEN = new Open();

    /** It goes on. */
    record Open() implements Disposition {}

    /** Nothing to do for this record, and nothing to log: our own write, unwatched, fresh, deleted. */
    record Dropped(Verdict verdict) implements Disposition {}

    /**
     * It is finished.
     *
     * @param outcome for the log
     * @param reason why, without values; null if the outcome says it all
     */
    record Done(Outcome outcome, String reason) implements Disposition {}

    /**
     * To be tried again.
     *
     * @param reason why, without values
     * @param attemptCounts whether the record is to blame, so that it is given up one day
     */
    record Later(String reason, boolean attemptCounts) implements Disposition {}

    /**
     * To be given up.
     *
     * @param outcome for the log
     * @param reason why, without values
     */
    record Dead(Outcome outcome, String reason) implements Disposition {}

    /** Whether it is to come again. */
    default boolean comesAgain() {
        return this instanceof Later;
    }

    /** Whether the record goes on. */
    default boolean isOpen() {
        return this instanceof Open;
    }
}

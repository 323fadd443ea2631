/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.guard.Verdict;
import io.github.camelleadiq.routes.state.Outcome;
import java.time.Duration;

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
     * @param pause how long to wait at least; longer where attempts or the pipeline ask for it
     */
    record Later(String reason, boolean attemptCounts, Duration pause) implements Disposition {
        /** As soon as attempts and the pipeline let it. */
        public Later(String reason, boolean attemptCounts) {
            this(reason, attemptCounts, Duration.ZERO);
        }
    }

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

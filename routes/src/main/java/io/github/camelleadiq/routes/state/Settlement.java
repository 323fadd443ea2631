/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Instant;
import java.util.Objects;

/** What becomes of a record of an event that was claimed. */
public sealed interface Settlement {
    /** Nothing is left to do. */
    Settlement DONE = new Done();

    /** Nothing is left to do. */
    record Done() implements Settlement {}

    /**
     * It is given up, and waits for a person: see {@link DeadLetters}.
     *
     * @param reason for people; without values, though it is never logged
     */
    record Dead(String reason) implements Settlement {}

    /**
     * It comes again.
     *
     * @param notBefore when, at the earliest
     * @param attemptCounts false if it is not the record's fault, such as a rate limit or a service that is down
     * @param alone whether it comes alone from now on, as others fail with it
     * @param reason for people; without values, though it is never logged
     */
    record Later(Instant notBefore, boolean attemptCounts, boolean alone, String reason) implements Settlement {
        public Later {
            Objects.requireNonNull(notBefore, "notBefore");
        }
    }
}

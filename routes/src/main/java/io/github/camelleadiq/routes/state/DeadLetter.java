/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ChangeEvent;
import java.time.Instant;

/**
 * An event that was given up.
 *
 * @param id the event's id in the inbox
 * @param event what happened
 * @param reason why it was given up; can quote a value, so it is not for logs
 * @param attempts how often it was tried
 * @param firstAt when it arrived
 * @param lastAt when it was given up
 */
public record DeadLetter(long id, ChangeEvent event, String reason, int attempts, Instant firstAt, Instant lastAt) {
    /** Ids only: a reason can quote a value. */
    @Override
    public String toString() {
        return "dead event " + id + " of " + event.objectType() + " " + event.recordIds();
    }
}

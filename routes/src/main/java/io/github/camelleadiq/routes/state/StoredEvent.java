/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ChangeEvent;
import java.time.Instant;
import java.util.Objects;

/**
 * An event that was claimed.
 *
 * @param id ours, ascending in order of arrival
 * @param event what happened; times to the microsecond
 * @param runId the run that its records are a part of; null for a change
 * @param attempts how often it was claimed, this time included, without claims given back by
 *     {@link EventInbox#release} or {@link EventInbox#postpone}; a claim that ended with the process counts
 * @param failsAlone whether it has failed alone while others got through: then it is claimed alone
 * @param receivedAt when it was stored
 * @param lastReason why it was put off the last time; null if it never was
 */
public record StoredEvent(
        long id,
        ChangeEvent event,
        String runId,
        int attempts,
        boolean failsAlone,
        Instant receivedAt,
        String lastReason) {
    public StoredEvent {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }

    /** Ids only: a reason can quote a value. */
    @Override
    public String toString() {
        return "event " + id + " of " + event.objectType() + " " + event.recordIds() + ", attempt " + attempts;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.stream;

import java.time.Instant;

/**
 * An event as it is kept.
 *
 * @param entity the object whose channel it goes to
 * @param data   what subscribers get
 */
record BufferedEvent(long replayId, Instant at, String entity, Object data) {
    @Override
    public String toString() {
        return "Event " + replayId + " of " + entity;
    }
}

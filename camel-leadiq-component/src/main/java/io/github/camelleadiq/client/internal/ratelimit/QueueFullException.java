/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

/** So many requests wait for their turn already that another one is not let in. */
public final class QueueFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueueFullException(int queued, int requestsPerMinute) {
        super(queued + " requests wait already to be sent at " + requestsPerMinute + " a minute");
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

/** So many lookups wait already that further ones are not let in. */
public final class QueueFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueueFullException(int inside, int most, int coming) {
        super(
                coming > most
                        ? coming + " lookups at once are more than may wait, " + most
                        : inside + " lookups wait already or are under way, and " + most + " may"
                                + (coming == 1 ? "" : ", so there is no room for " + coming + " more"));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

/** Counts the calls of a key that wait or are under way. What they wait for makes no difference: each takes memory. */
final class Bulkhead {

    private int inside;
    private long turnedAway;

    /** @throws QueueFullException when there is no room for all of them; then none is in */
    synchronized void enter(int calls, int most) {
        if (calls > most - inside) {
            turnedAway += calls;
            throw new QueueFullException(inside, most, calls);
        }
        inside += calls;
    }

    synchronized void leave(int calls) {
        inside -= calls;
    }

    synchronized int inside() {
        return inside;
    }

    synchronized long turnedAway() {
        return turnedAway;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.writing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Hands things on in the order of their numbers, whatever the order in which they are done, and lets only so many be
 * under way: those in the making and those that wait for an earlier one.
 */
public final class InOrder<T> {

    private final Semaphore places;
    private final Consumer<T> next;
    private final Map<Long, T> early = new HashMap<>();
    private long due;

    /**
     * @param size how many may be under way
     * @param next takes one after the other, never two at a time; must not throw
     */
    public InOrder(int size, Consumer<T> next) {
        this.places = new Semaphore(size);
        this.next = next;
    }

    /** Waits until one more may be under way. */
    public void begin() {
        places.acquireUninterruptibly();
    }

    /** @param number counts from 0; each number must be done once */
    public synchronized void done(long number, T thing) {
        early.put(number, thing);
        for (T ready = early.remove(due); ready != null; ready = early.remove(due)) {
            due++;
            next.accept(ready);
            places.release();
        }
    }
}

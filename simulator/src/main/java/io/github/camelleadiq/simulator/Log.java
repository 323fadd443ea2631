/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last of something and counts all of it. */
public final class Log<T> {
    private final Deque<T> last = new ArrayDeque<>();
    private final int capacity;
    private long count;

    public Log(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void add(T entry) {
        if (last.size() == capacity) {
            last.removeFirst();
        }
        last.addLast(entry);
        count++;
    }

    public synchronized List<T> entries() {
        return List.copyOf(last);
    }

    public synchronized long count() {
        return count;
    }

    public synchronized void clear() {
        last.clear();
        count = 0;
    }
}

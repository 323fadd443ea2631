/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when a test says so. Starts just before the nanosecond counter overflows, as any counter may. */
final class VirtualClock implements Ticker {

    private record Task(long at, long number, Runnable work) {}

    private static final long START = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
    private long passed;
    private long numbers;

    @Override
    public synchronized long nanoTime() {
        return START + passed;
    }

    @Override
    public synchronized void after(long nanos, Runnable task) {
        tasks.add(new Task(passed + nanos, numbers++, task));
    }

    Duration passed() {
        return Duration.ofNanos(passed);
    }

    /** Runs what is due now. */
    void settle() {
        advance(Duration.ZERO);
    }

    /** Lets time pass and runs what becomes due, each task at its time. */
    void advance(Duration time) {
        long end = passed + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task next = tasks.poll();
            passed = Math.max(passed, next.at());
            next.work().run();
        }
        passed = end;
    }
}

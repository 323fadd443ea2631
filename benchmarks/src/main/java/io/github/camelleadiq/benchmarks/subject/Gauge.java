/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What this JVM had used up at one moment.
 *
 * @param allocated bytes by thread. A thread that ends between two moments is not counted; none of the peers ends its
 *     threads while it is at work
 */
record Gauge(long nanos, long cpuNanos, Map<Long, Long> allocated, long lookups) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Gauge read(long lookups) {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            allocated.put(ids[i], Math.max(0, bytes[i]));
        }
        return new Gauge(System.nanoTime(), SYSTEM.getProcessCpuTime(), allocated, lookups);
    }

    /** Processor time of this JVM since its start. */
    static long cpuMillis() {
        return TimeUnit.NANOSECONDS.toMillis(SYSTEM.getProcessCpuTime());
    }

    static int liveThreads() {
        return THREADS.getThreadCount();
    }

    /** Starts to look for the highest number of threads. */
    static void resetPeak() {
        THREADS.resetPeakThreadCount();
    }

    Figures until(Gauge end, int threadsBefore) {
        long done = end.lookups - lookups;
        double each = Math.max(1, done);
        long bytes = end.allocated.entrySet().stream()
                .mapToLong(e -> e.getValue() - allocated.getOrDefault(e.getKey(), 0L))
                .sum();
        return new Figures(
                (end.cpuNanos - cpuNanos) / 1_000.0 / each,
                done * 1e9 / (end.nanos - nanos),
                bytes / 1_024.0 / each,
                THREADS.getPeakThreadCount() - threadsBefore,
                done);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The job-change scans of one key. */
public final class TrackingTasks {
    private final Map<String, TrackingTask> byId = new ConcurrentHashMap<>();
    private final AtomicInteger started = new AtomicInteger();
    private final Clock clock;
    private final TaskProgress.Pace pace;

    TrackingTasks(Clock clock, TaskProgress.Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    public TrackingTask start(Map<String, Object> request, List<TrackedCompanyEntry> companies) {
        TrackingTask task = new TrackingTask(
                "task-" + started.incrementAndGet(), request, companies, new TaskProgress(clock, pace));
        byId.put(task.id(), task);
        return task;
    }

    /** Null if there is none of that id. */
    public TrackingTask find(String id) {
        return byId.get(id);
    }

    /** The error code of the schema that says why the task cannot be cancelled, or null if it now is. */
    public String cancel(TrackingTask task) {
        if (task == null) {
            return "NotFound";
        }
        if (task.progress().isCancelled()) {
            return "AlreadyCanceled";
        }
        return task.progress().cancel() ? null : "AlreadyCompleted";
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A job-change scan.
 *
 * @param request   the {@code StartCompanyTrackingTaskInput}
 * @param companies what was on the tracked list when it started
 */
public record TrackingTask(
        String id, Map<String, Object> request, List<TrackedCompanyEntry> companies, TaskProgress progress) {
    private static final int DEFAULT_CONTACTS = 2;

    /** Months of job changes that the scan covers; 3 unless told otherwise. */
    public int monthsBack() {
        return request.get("monthsBack") instanceof Integer months ? months : 3;
    }

    public int contactsPerCompany() {
        return request.get("maxContactsPerCompany") instanceof Integer contacts ? contacts : DEFAULT_CONTACTS;
    }

    /** Found once the task has succeeded; before that, and after cancellation, none. */
    public List<SimulatedJobChange> jobChanges() {
        if (progress.isProcessing() || progress.isCancelled()) {
            return List.of();
        }
        return companies.stream()
                .flatMap(c -> IntStream.range(0, contactsPerCompany())
                        .mapToObj(i -> new SimulatedJobChange("jc-" + id + "-" + c.id() + "-" + i, this, c, i)))
                .toList();
    }
}

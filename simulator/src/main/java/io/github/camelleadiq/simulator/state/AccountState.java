/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What LeadIQ remembers for one key.
 *
 * @param regenerated when a person was last researched again, by person id
 */
public record AccountState(
        TrackedCompanies trackedCompanies,
        TrackingTasks tasks,
        ContactBatches batches,
        ProspectLists lists,
        Map<String, Instant> regenerated) {

    public static AccountState create(Clock clock, TaskProgress.Pace pace) {
        return new AccountState(
                new TrackedCompanies(),
                new TrackingTasks(clock, pace),
                new ContactBatches(clock, pace),
                new ProspectLists(clock),
                new ConcurrentHashMap<>());
    }
}

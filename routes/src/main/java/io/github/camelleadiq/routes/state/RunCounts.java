/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

/**
 * Numbers of records.
 *
 * @param read read from the CRM
 * @param planned something is missing
 * @param lookedUp asked LeadIQ for
 * @param written changed in the CRM
 * @param refused by the CRM or by policy
 * @param failed given up
 */
public record RunCounts(long read, long planned, long lookedUp, long written, long refused, long failed) {
    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0);

    public RunCounts plus(RunCounts other) {
        return new RunCounts(
                read + other.read,
                planned + other.planned,
                lookedUp + other.lookedUp,
                written + other.written,
                refused + other.refused,
                failed + other.failed);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

/** What came of a record or of one of its fields. */
public enum Outcome {
    /** About to be written: becomes something else when the write is settled, and stays if the process ends before. */
    INTENDED,
    WRITTEN,
    /** The CRM or the profile's policy did not let us. */
    REFUSED,
    /** No person or several fit well enough. */
    AMBIGUOUS,
    NOT_FOUND,
    /** There was nothing to fill, so nothing was spent. */
    NOTHING_MISSING,
    /** LeadIQ has nothing of what is missing that may be written. */
    NOTHING_TO_GAIN,
    /** The person works elsewhere now. */
    JOB_CHANGED,
    FAILED,
    /** To be tried again; the entry is there for what was spent so far. */
    PUT_OFF,
    /** Would have been written. */
    DRY_RUN,
    ROLLED_BACK
}

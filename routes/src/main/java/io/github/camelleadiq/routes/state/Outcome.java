/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

/** What came of a record or of one of its fields. */
public enum Outcome {
    WRITTEN,
    /** The CRM or the profile's policy did not let us. */
    REFUSED,
    /** Nobody or several people fit well enough. */
    AMBIGUOUS,
    NOT_FOUND,
    /** There was nothing to fill, so nothing was spent. */
    NOTHING_MISSING,
    /** The person works elsewhere now. */
    JOB_CHANGED,
    FAILED,
    /** Would have been written. */
    DRY_RUN,
    ROLLED_BACK
}

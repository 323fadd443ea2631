/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.plan;

/** What a plan came to. */
public enum PlanOutcome {
    /** There is something to ask and something to ask by. */
    LOOK_UP,
    /** No mapped field is empty or due: nothing is asked and nothing spent. */
    NOTHING_MISSING,
    /** Something is missing, and it must not be bought because of an opt-out. */
    OPTED_OUT,
    /** Something is missing, and nothing in the record tells LeadIQ who is meant. */
    NO_IDENTIFIERS,
    /** The free preview said that LeadIQ has nothing of what is missing. */
    NOTHING_TO_GAIN
}

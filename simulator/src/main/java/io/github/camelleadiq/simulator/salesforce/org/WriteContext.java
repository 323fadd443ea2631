/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

/**
 * Who writes, and how.
 *
 * @param client          name out of {@code Sforce-Call-Options}, or null
 * @param origin          as change events tell it; empty for a user at the screen
 * @param autoAssign      assignment rules run
 * @param allowDuplicates duplicate rules only warn
 * @param silent          no event and no history, for what has been there before
 */
public record WriteContext(
        String userId, String client, String origin, boolean autoAssign, boolean allowDuplicates, boolean silent) {

    /** A user at the screen. */
    public static WriteContext human(String userId) {
        return new WriteContext(userId, null, "", false, true, false);
    }

    /** The past. */
    public static WriteContext past(String userId) {
        return new WriteContext(userId, null, "", false, true, true);
    }
}

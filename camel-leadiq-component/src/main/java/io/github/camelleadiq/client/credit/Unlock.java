/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.time.Duration;
import java.time.Instant;

/**
 * A data point that was bought: it is free to look up again for a year.
 *
 * @param at when
 * @param version of the account when that was written down
 * @param feeOf of a profile, the person whose fee was paid; of a company, the person whose profile fee it replaced. Null
 *     where no fee was in question.
 */
public record Unlock(Instant at, long version, String feeOf) {

    /** How long a data point stays free (LeadIQ's public help centre: one year). */
    public static final Duration FREE = Duration.ofDays(365);

    public boolean isFreeAt(Instant now) {
        return now.isBefore(at.plusSeconds(FREE.toSeconds()));
    }

    public Unlock withoutFee() {
        return new Unlock(at, version, null);
    }
}

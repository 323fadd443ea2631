/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQException;
import java.math.BigDecimal;

/**
 * What became of one element of a list of lookups.
 *
 * @param result the answer in the endpoint's result type; null when it failed
 * @param failure why it failed; null when it did not
 * @param scope how far the failure reaches: whether others would fail as well; null when it did not fail
 * @param credits what the lookup cost, in credits, also when it failed; null when nothing was counted
 */
public record LookupResult(Object result, LeadIQException failure, FailureScope scope, BigDecimal credits) {

    /** The kind of the outcome, never the data. */
    @Override
    public String toString() {
        return failure == null
                ? "LookupResult[answered]"
                : "LookupResult[" + failure.getClass().getSimpleName() + "]";
    }
}

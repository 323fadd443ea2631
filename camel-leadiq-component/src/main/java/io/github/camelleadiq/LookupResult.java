/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQException;

/**
 * What became of one element of a list of lookups.
 *
 * @param result the answer in the endpoint's result type; null when it failed
 * @param failure why it failed; null when it did not
 */
public record LookupResult(Object result, LeadIQException failure) {

    /** The kind of the outcome, never the data. */
    @Override
    public String toString() {
        return failure == null
                ? "LookupResult[answered]"
                : "LookupResult[" + failure.getClass().getSimpleName() + "]";
    }
}

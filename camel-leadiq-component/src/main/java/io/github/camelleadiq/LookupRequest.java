/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

/**
 * An element of a list of lookups that asks for data points of its own. Elements with different data points share
 * requests, and each is billed for its own.
 *
 * @param input the operation's input, as any other element of a list: an input record, a Map or JSON
 * @param dataPoints what to ask for in place of the list's: {@code profile}, {@code email}, {@code phone},
 *     {@code company}, separated by commas, or {@code all}
 */
public record LookupRequest(Object input, String dataPoints) {

    /** Not the input: it is personal data. */
    @Override
    public String toString() {
        return "LookupRequest[" + dataPoints + "]";
    }
}

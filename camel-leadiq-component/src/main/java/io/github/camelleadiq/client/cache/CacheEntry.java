/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import io.github.camelleadiq.client.DataPoint;
import java.time.Instant;
import java.util.Set;

/**
 * An answer as it is kept.
 *
 * @param operation the operation's name in GraphQL
 * @param dataPoints what was bought
 * @param answer the answer, encrypted when a secret is configured, else JSON; not to be changed
 * @param boughtAt when the oldest part of it was bought
 * @param expiresAt from when on it is of no use and may be dropped
 * @param notFound whether no person was found
 * @param identifiers keyed hashes of all identifiers that it was bought under or has in it, 32 hexadecimal digits each
 */
public record CacheEntry(
        String operation,
        Set<DataPoint> dataPoints,
        byte[] answer,
        Instant boughtAt,
        Instant expiresAt,
        boolean notFound,
        Set<String> identifiers) {

    /** Not the answer: it is personal data. */
    @Override
    public String toString() {
        return "CacheEntry[" + operation + ", " + answer.length + " bytes]";
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.internal.credit.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A data point of a record.
 *
 * @param recordHash stands for the id of a person or company, which is not kept itself: it would tell whom a customer
 *     looked up
 * @param point what of it
 */
public record UnlockKey(String recordHash, DataPoint point) {

    /** What a ledger knows a record by. */
    public static String hash(String recordId) {
        return Sha256.hex(recordId.getBytes(StandardCharsets.UTF_8));
    }
}

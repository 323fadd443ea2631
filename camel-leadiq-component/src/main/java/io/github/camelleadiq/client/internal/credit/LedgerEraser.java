/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.cache.CacheSecrets;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Takes what is known of a person or company out of a ledger, whoever bought it.
 *
 * @param ledger where purchases are written down
 * @param secrets those that they may have been written down with
 */
public record LedgerEraser(LeadIQCreditLedger ledger, CacheSecrets secrets) {

    /**
     * @param recordId the LeadIQ id of a person or company; anything else is in no ledger
     * @param workers runs a ledger that blocks
     * @return how many purchases went; fails when the ledger does
     */
    public CompletableFuture<Integer> erase(String recordId, Executor workers) {
        Set<String> hashes = Set.copyOf(new RecordHashes(secrets).of(recordId.strip()));
        return new LedgerAccess(ledger, workers).call(known -> known.erase(hashes));
    }
}

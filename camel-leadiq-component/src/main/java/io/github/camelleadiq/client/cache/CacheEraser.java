/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import io.github.camelleadiq.client.internal.cache.Identifiers;
import java.util.concurrent.CompletableFuture;

/**
 * Takes what is known of a person out of a store, whoever bought it.
 *
 * @param store where answers are kept
 * @param secrets those that they may have been kept with
 */
public record CacheEraser(LeadIQCache store, CacheSecrets secrets) {

    /**
     * Drops everything that was bought under an identifier or has it in the answer.
     *
     * @param identifier an email address, LinkedIn URL, LeadIQ id or phone number of a person or company
     * @return how many answers went; fails when the store does
     */
    public CompletableFuture<Integer> erase(String identifier) {
        CompletableFuture<Integer> erased = CompletableFuture.completedFuture(0);
        for (String form : Identifiers.formsOf(identifier)) {
            for (CacheSecret secret : secrets.all()) {
                erased = erased.thenCompose(
                        count -> store.erase(secret.hashIdentifier(form)).thenApply(more -> count + more));
            }
        }
        return erased;
    }
}

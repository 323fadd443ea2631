/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.cache.CacheSecret;
import io.github.camelleadiq.client.cache.CacheSecrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a ledger knows people and companies by: a hash under the secret. Without a secret it is a plain hash, and whoever
 * has a list of ids can find out by trial which of them are in the ledger.
 */
public final class RecordHashes {

    private final List<CacheSecret> secrets;

    public RecordHashes(CacheSecrets secrets) {
        this.secrets = secrets.all();
    }

    /** The hash to write, and behind it those that earlier secrets, or none, made. */
    public List<String> of(String recordId) {
        String plain = Sha256.hex(recordId.getBytes(StandardCharsets.UTF_8));
        List<String> hashes = new ArrayList<>(secrets.size());
        for (CacheSecret secret : secrets) {
            hashes.add(secret.equals(CacheSecret.none()) ? plain : secret.hash("record " + plain));
        }
        return hashes;
    }

    /** Whether anything can be known by another hash than that which is written. */
    boolean haveChanged() {
        return secrets.size() > 1;
    }
}

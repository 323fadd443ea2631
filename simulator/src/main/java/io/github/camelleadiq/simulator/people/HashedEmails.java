/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Remembers which address a hash stands for. A hash cannot be turned back, so only addresses seen before are known. */
public final class HashedEmails {
    private static final int REMEMBERED = 50_000;

    private final Map<String, String> emails = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    public synchronized void remember(String email) {
        emails.put(sha256(email), email);
    }

    /** The address, or null if it was never seen. */
    synchronized String find(String hash) {
        return emails.get(hash.strip().toLowerCase(Locale.ROOT));
    }

    static String sha256(String email) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Whose requests share a limit, told without the API key: only a hash of it is kept.
 *
 * @param server host and port
 * @param hash SHA-256 of the server and the Authorization header, in hexadecimal
 */
record RateLimiterKey(String server, String hash) {

    private static final int SHOWN_DIGITS = 8;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    static RateLimiterKey of(URI uri, String authorization) {
        int port =
                uri.getPort() > 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        String server = uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
        return new RateLimiterKey(server, sha256(server + "\n" + authorization));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The start of the hash: enough to tell keys apart in a log. */
    String shortHash() {
        return hash.substring(0, SHOWN_DIGITS);
    }

    @Override
    public String toString() {
        return server + " key #" + shortHash();
    }
}

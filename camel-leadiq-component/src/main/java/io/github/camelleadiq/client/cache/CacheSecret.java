/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts cached answers with AES-256-GCM and hashes what they were bought under with HMAC-SHA-256, each under a key of
 * its own that is derived from one secret.
 */
public final class CacheSecret {

    private static final int LENGTH = 32;
    private static final int IDENTIFIER_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Known to everybody, and no worse than that: without a secret the answers themselves are in clear. */
    private static final CacheSecret NONE = new CacheSecret(new byte[LENGTH], false);

    private final byte[] hashKey;
    private final SecretKeySpec cipherKey;

    private CacheSecret(byte[] secret, boolean encrypts) {
        this.hashKey = mac(secret, "hash".getBytes(StandardCharsets.UTF_8));
        this.cipherKey =
                encrypts ? new SecretKeySpec(mac(secret, "encrypt".getBytes(StandardCharsets.UTF_8)), "AES") : null;
    }

    /** Answers stay in clear, and whoever reads the store can find out by trial what they were bought under. */
    public static CacheSecret none() {
        return NONE;
    }

    /**
     * @param base64 32 random bytes in Base64, as {@code openssl rand -base64 32} makes them
     * @throws IllegalArgumentException when it is anything else
     */
    public static CacheSecret of(String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // the decoder's own message has a part of the secret in it
            throw new IllegalArgumentException("the secret of the cache is not Base64");
        }
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException(
                    "the secret of the cache must be " + LENGTH + " random bytes in Base64, but has " + secret.length);
        }
        return new CacheSecret(secret, true);
    }

    /** The keyed hash of a text, in 64 hexadecimal digits. */
    public String hash(String text) {
        return HexFormat.of().formatHex(mac(hashKey, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The keyed hash of an identifier, in 32 hexadecimal digits. */
    public String hashIdentifier(String normalised) {
        return hash("identifier " + normalised).substring(0, IDENTIFIER_LENGTH);
    }

    /** The bytes as they are kept under a key. */
    public byte[] seal(String key, byte[] clear) {
        if (cipherKey == null) {
            return clear;
        }
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(clear);
            return ByteBuffer.allocate(NONCE_LENGTH + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * The bytes that were sealed under a key.
     *
     * @throws GeneralSecurityException when they were sealed with another secret, under another key, or changed since
     */
    public byte[] open(String key, byte[] sealed) throws GeneralSecurityException {
        if (cipherKey == null) {
            return sealed;
        }
        if (sealed.length < NONCE_LENGTH + TAG_BITS / Byte.SIZE) {
            throw new GeneralSecurityException("too short");
        }
        return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_LENGTH))
                .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
    }

    /** The key is authenticated too, so that an answer moved to another key is not taken for that one's. */
    private Cipher cipher(int mode, String key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(key.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CacheSecret that
                && MessageDigest.isEqual(hashKey, that.hashKey)
                && (cipherKey == null) == (that.cipherKey == null);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashKey);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return cipherKey == null ? "CacheSecret[none]" : "CacheSecret[***]";
    }
}

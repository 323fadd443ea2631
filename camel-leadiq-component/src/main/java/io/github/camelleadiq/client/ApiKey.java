/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A LeadIQ API key as the payload of HTTP Basic authentication.
 *
 * <p>LeadIQ hands out two forms: the plain key, which is the user name with an empty password, and the "Secret Base64"
 * key, which is already the Basic payload and goes into the header as it is (LeadIQ's public API guide). Encoding the
 * latter again is the classic cause of a 401.
 */
public final class ApiKey {

    /** How a key is written. */
    public enum Format {
        /** Secret Base64 if it decodes to printable text with a colon, plain otherwise. */
        AUTO,
        PLAIN,
        BASE64
    }

    private final String basicPayload;

    private ApiKey(String basicPayload) {
        this.basicPayload = basicPayload;
    }

    /** @throws IllegalArgumentException when the key is blank or has characters that no header can carry */
    public static ApiKey of(String text, Format format) {
        String key = text.strip();
        if (key.isEmpty() || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("the API key is blank or has characters that no key has");
        }
        boolean encoded = format == Format.BASE64 || format == Format.AUTO && isBasicPayload(key);
        return new ApiKey(
                encoded ? key : Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.US_ASCII)));
    }

    /** The value of the Authorization header. */
    public String authorization() {
        return "Basic " + basicPayload;
    }

    /** The texts that must not be seen in a message: the key in either form. */
    public List<String> secrets() {
        return Stream.concat(
                        Stream.of(basicPayload),
                        decode(basicPayload).stream()
                                .map(text -> text.endsWith(":") ? text.substring(0, text.length() - 1) : text))
                .toList();
    }

    private static boolean isBasicPayload(String key) {
        return decode(key)
                .filter(decoded -> decoded.indexOf(':') > 0)
                .filter(decoded -> decoded.chars().allMatch(c -> c >= ' ' && c <= '~'))
                .isPresent();
    }

    private static Optional<String> decode(String key) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(key), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey that && that.basicPayload.equals(basicPayload);
    }

    @Override
    public int hashCode() {
        return basicPayload.hashCode();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}

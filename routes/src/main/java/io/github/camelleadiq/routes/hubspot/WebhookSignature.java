/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request was signed by HubSpot with the client secret of our app, lately (HubSpot's developer documentation,
 * "Validating requests"). Version 3 covers method, public URI, body and time; version 1 covers the body alone, so that it
 * can be sent again by whoever has seen it, and is only looked at if that is allowed and there is no version 3. Safe for
 * several threads.
 */
final class WebhookSignature {
    /** How old a request can be. */
    static final Duration PAST = Duration.ofMinutes(5);
    /** How far HubSpot's clock can be ahead of ours. */
    static final Duration AHEAD = Duration.ofMinutes(1);

    private static final String HMAC = "HmacSHA256";
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");
    /** Those that HubSpot decodes before it signs; all others stay as they are. */
    private static final Set<String> DECODED =
            Set.of("%3A", "%2F", "%3F", "%40", "%21", "%24", "%27", "%28", "%29", "%2A", "%2C", "%3B");

    private final byte[] secret;
    private final String uri;
    private final boolean acceptsV1;
    private final Clock clock;

    /**
     * @param secret the app's client secret
     * @param uri where HubSpot sends to, as it is set in the app, with its query if it has one
     * @param acceptsV1 whether requests without a signature of version 3 are taken by one of version 1
     */
    WebhookSignature(String secret, String uri, boolean acceptsV1, Clock clock) {
        this.secret = Objects.requireNonNull(secret, "secret").getBytes(StandardCharsets.UTF_8);
        this.uri = decoded(Objects.requireNonNull(uri, "uri"));
        this.acceptsV1 = acceptsV1;
        this.clock = clock;
    }

    /** What a request says of itself: all values of each header, of which there should be one. */
    record Headers(List<String> v3, List<String> timestamps, List<String> v1) {}

    /** What is the matter with a request. */
    enum Verdict {
        VALID,
        /** No signature, several, or a timestamp that is none. */
        UNSIGNED,
        /** Too old or too far ahead. */
        NOT_NOW,
        WRONG
    }

    /** @param body the bytes as they came */
    Verdict check(String method, byte[] body, Headers headers) {
        if (headers.v3().isEmpty() && headers.timestamps().isEmpty() && acceptsV1) {
            return checkV1(body, headers.v1());
        }
        if (headers.v3().size() != 1
                || headers.timestamps().size() != 1
                || !MILLIS.matcher(headers.timestamps().get(0)).matches()) {
            return Verdict.UNSIGNED;
        }
        String timestamp = headers.timestamps().get(0);
        if (!isNow(Instant.ofEpochMilli(Long.parseLong(timestamp)))) {
            return Verdict.NOT_NOW;
        }
        return verdict(v3(method, body, timestamp), headers.v3().get(0));
    }

    private boolean isNow(Instant signed) {
        Instant now = clock.instant();
        return !signed.isBefore(now.minus(PAST)) && !signed.isAfter(now.plus(AHEAD));
    }

    private Verdict checkV1(byte[] body, List<String> signatures) {
        return signatures.size() == 1
                ? verdict(v1(body), signatures.get(0).toLowerCase(Locale.ROOT))
                : Verdict.UNSIGNED;
    }

    private static Verdict verdict(String expected, String given) {
        // takes as long whatever they have in common
        boolean isSame = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        return isSame ? Verdict.VALID : Verdict.WRONG;
    }

    private String v3(String method, byte[] body, String timestamp) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            mac.update((method + uri).getBytes(StandardCharsets.UTF_8));
            mac.update(body);
            mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + HMAC, impossible);
        }
    }

    private String v1(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** The URI as HubSpot signs it. */
    static String decoded(String uri) {
        return ESCAPED.matcher(uri)
                .replaceAll(escaped -> Matcher.quoteReplacement(
                        DECODED.contains(escaped.group().toUpperCase(Locale.ROOT))
                                ? String.valueOf(
                                        (char) Integer.parseInt(escaped.group().substring(1), 16))
                                : escaped.group()));
    }
}

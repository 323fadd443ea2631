/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs deliveries in version 3 and, as HubSpot does for the CRM, in version 1 beside it. */
final class WebhookSigner {
    /** Percent signs of these characters are resolved before the URI is signed, no others. */
    private static final String RESOLVED = ":/?@!$'()*,;";

    private final byte[] secret;
    private final String uri;

    WebhookSigner(String secret, String uri) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.uri = resolved(uri);
    }

    /** The headers of a delivery by POST. */
    Map<String, String> headers(byte[] body, long millis) {
        try {
            String timestamp = String.valueOf(millis);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(("POST" + uri).getBytes(StandardCharsets.UTF_8));
            mac.update(body);
            byte[] v3 = mac.doFinal(timestamp.getBytes(StandardCharsets.UTF_8));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            return Map.of(
                    "X-HubSpot-Signature-v3",
                    Base64.getEncoder().encodeToString(v3),
                    "X-HubSpot-Request-Timestamp",
                    timestamp,
                    "X-HubSpot-Signature",
                    HexFormat.of().formatHex(digest.digest(body)),
                    "X-HubSpot-Signature-Version",
                    "v1");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has these", e);
        }
    }

    private static String resolved(String uri) {
        String result = uri;
        for (char c : RESOLVED.toCharArray()) {
            String escape = "%%%02X".formatted((int) c);
            result = result.replaceAll("(?i)" + escape, Matcher.quoteReplacement(String.valueOf(c)));
        }
        return result;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.hubspot.WebhookSignature.Headers;
import io.github.camelleadiq.routes.hubspot.WebhookSignature.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two signatures of version 3 are those of HubSpot's developer documentation, "Validating requests". */
class WebhookSignatureTest {
    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final String URI = "https://www.example.com/webhook_uri";
    private static final byte[] BODY = "{'example_field':'example_value'}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNED_AT = "1693657560000";
    private static final String SIGNATURE = "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=";

    private static WebhookSignature at(Instant now, boolean acceptsV1) {
        return new WebhookSignature(SECRET, URI, acceptsV1, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static WebhookSignature signedAgo(Duration ago) {
        return at(Instant.ofEpochMilli(Long.parseLong(SIGNED_AT)).plus(ago), false);
    }

    private static Headers v3(String signature, String timestamp) {
        return new Headers(List.of(signature), List.of(timestamp), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        SIGNED_AT + "," + SIGNATURE,
        "1700000300000,RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw=",
    })
    void knowsThePublishedOnes(String timestamp, String signature) {
        WebhookSignature signatures = at(Instant.ofEpochMilli(Long.parseLong(timestamp)), false);

        assertThat(signatures.check("POST", BODY, v3(signature, timestamp))).isEqualTo(Verdict.VALID);
        assertThat(signatures.check("PUT", BODY, v3(signature, timestamp))).isEqualTo(Verdict.WRONG);
        assertThat(signatures.check("POST", new byte[0], v3(signature, timestamp)))
                .isEqualTo(Verdict.WRONG);
        assertThat(signatures.check("POST", BODY, v3(signature.toLowerCase(), timestamp)))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void theTimeIsExactAtItsBounds() {
        Headers headers = v3(SIGNATURE, SIGNED_AT);
        Duration milli = Duration.ofMillis(1);

        assertThat(signedAgo(Duration.ofMinutes(5)).check("POST", BODY, headers))
                .isEqualTo(Verdict.VALID);
        assertThat(signedAgo(Duration.ofMinutes(5).plus(milli)).check("POST", BODY, headers))
                .isEqualTo(Verdict.NOT_NOW);
        assertThat(signedAgo(Duration.ofMinutes(-1)).check("POST", BODY, headers))
                .isEqualTo(Verdict.VALID);
        assertThat(signedAgo(Duration.ofMinutes(-1).minus(milli)).check("POST", BODY, headers))
                .isEqualTo(Verdict.NOT_NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "1693657560000 ",
                "1,693,657,560,000",
                "1e12",
                "١٦٩٣٦٥٧٥٦٠٠٠٠",
                "99999999999999999999"
            })
    void aTimeThatIsNoneIsNoSignature(String timestamp) {
        assertThat(signedAgo(Duration.ZERO).check("POST", BODY, v3(SIGNATURE, timestamp)))
                .isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void eachHeaderIsThereOnce() {
        WebhookSignature signatures = signedAgo(Duration.ZERO);

        for (Headers headers : List.of(
                new Headers(List.of(), List.of(), List.of()),
                new Headers(List.of(SIGNATURE), List.of(), List.of()),
                new Headers(List.of(), List.of(SIGNED_AT), List.of()),
                new Headers(List.of(SIGNATURE, SIGNATURE), List.of(SIGNED_AT), List.of()),
                new Headers(List.of(SIGNATURE), List.of(SIGNED_AT, SIGNED_AT), List.of()))) {
            assertThat(signatures.check("POST", BODY, headers))
                    .as("%s", headers)
                    .isEqualTo(Verdict.UNSIGNED);
        }
    }

    @Test
    void versionOneIsForThoseWhoAskForItAndNeverBesideVersionThree() {
        Instant now = Instant.ofEpochMilli(Long.parseLong(SIGNED_AT));
        String valid = new WebhookSignatureSamples(SECRET).v1(BODY);

        assertThat(at(now, true).check("POST", BODY, new Headers(List.of(), List.of(), List.of(valid))))
                .isEqualTo(Verdict.VALID);
        assertThat(at(now, true)
                        .check(
                                "POST",
                                BODY,
                                new Headers(
                                        List.of(),
                                        List.of(),
                                        List.of(valid.replace(
                                                valid.charAt(0),
                                                valid.charAt(0) == (char) 48 ? (char) 49 : (char) 48)))))
                .isEqualTo(Verdict.WRONG);
        assertThat(at(now, false).check("POST", BODY, new Headers(List.of(), List.of(), List.of(valid))))
                .isEqualTo(Verdict.UNSIGNED);
        assertThat(at(now, true).check("POST", BODY, new Headers(List.of("wrong"), List.of(SIGNED_AT), List.of(valid))))
                .isEqualTo(Verdict.WRONG);
        assertThat(at(now, true).check("POST", BODY, new Headers(List.of(), List.of(SIGNED_AT), List.of(valid))))
                .isEqualTo(Verdict.UNSIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a%2fb%3Fc,https://example.com/a/b?c",
        "https://example.com/?q=%20%26%3D%25+%2B,https://example.com/?q=%20%26%3D%25+%2B",
        "https://example.com/%3a%40%21%24%27%28%29%2A%2C%3B,'https://example.com/:@!$''()*,;'",
        "https://example.com/%253A%zz%4,https://example.com/%253A%zz%4",
    })
    void ofTheUriIsDecodedWhatHubSpotDecodes(String uri, String decoded) {
        assertThat(WebhookSignature.decoded(uri)).isEqualTo(decoded);
    }
}

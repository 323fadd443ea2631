/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ApiUseTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final ApiUse use = new ApiUse(0.8, 0.95, Duration.ofSeconds(3), Duration.ofMinutes(1), source(() -> now));

    @Test
    void callsSlowDownTowardsTheCeiling() {
        assertThat(use.delay()).isZero();
        use.note("api-usage=79/100");
        assertThat(use.delay()).isZero();
        use.note("api-usage=85/100; per-app-api-usage=1/250(appName=sample)");
        assertThat(use.delay()).isEqualTo(Duration.ofSeconds(1));
        use.note("api-usage=94/100");
        assertThat(use.delay()).isBetween(Duration.ofMillis(2_700), Duration.ofSeconds(3));
    }

    @Test
    void callsPauseAtTheCeilingUntilTheUseSinks() {
        use.note("api-usage=95/100");
        assertThat(use.isPaused()).isTrue();
        assertThat(use.delay()).isZero(); // the probe
        assertThatThrownBy(use::delay)
                .isInstanceOfSatisfying(SalesforceCallException.class, e -> assertThat(e.isRetryable())
                        .isTrue());
        now = now.plusSeconds(60);
        assertThat(use.delay()).isZero();
        use.note("api-usage=10/100");
        assertThat(use.delay()).isZero();
        assertThat(use.isPaused()).isFalse();
    }

    @Test
    void aRefusalPausesWhateverTheHeaderSays() {
        use.exhausted();
        assertThatThrownBy(use::delay).isInstanceOf(SalesforceCallException.class);
    }

    @Test
    void nonsenseChangesNothing() {
        use.note("api-usage=90/100");
        for (String header : new String[] {null, "", "per-app-api-usage=1/2", "api-usage=x/y", "api-usage=9/"}) {
            use.note(header);
        }
        assertThat(use.used()).isEqualTo(0.9);
    }

    private static Clock source(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQServerException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryDelayTest {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MAXIMUM = Duration.ofSeconds(30);

    @Test
    void doublesUpToTheMaximum() {
        RetryDelay delay = new RetryDelay(FIRST, MAXIMUM, () -> 0.5);
        LeadIQServerException failure = new LeadIQServerException("usage", 500, "failed", null);

        assertThat(delay.after(1, failure)).isEqualTo(FIRST);
        assertThat(delay.after(2, failure)).isEqualTo(Duration.ofSeconds(2));
        assertThat(delay.after(5, failure)).isEqualTo(Duration.ofSeconds(16));
        assertThat(delay.after(6, failure)).isEqualTo(MAXIMUM);
        assertThat(delay.after(Integer.MAX_VALUE, failure)).isEqualTo(MAXIMUM);
    }

    @Test
    void scattersByAFifthToEitherSide() {
        LeadIQServerException failure = new LeadIQServerException("usage", 500, "failed", null);

        assertThat(new RetryDelay(FIRST, MAXIMUM, () -> 0).after(1, failure)).isEqualTo(Duration.ofMillis(800));
        assertThat(new RetryDelay(FIRST, MAXIMUM, () -> 1).after(1, failure)).isEqualTo(Duration.ofMillis(1200));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void neverComesBackBeforeTheServerWants(double random) {
        RetryDelay delay = new RetryDelay(FIRST, MAXIMUM, () -> random);

        assertThat(delay.after(1, new LeadIQRateLimitException("usage", "too many", Duration.ofSeconds(20))))
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(24));
        assertThat(delay.after(1, new LeadIQServerException("usage", 503, "busy", Duration.ofSeconds(20))))
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(24));
    }

    @Test
    void waitsNoLongerThanTheMaximumWhateverTheServerWants() {
        RetryDelay delay = new RetryDelay(FIRST, MAXIMUM, () -> 1);

        assertThat(delay.after(1, new LeadIQRateLimitException("usage", "too many", Duration.ofDays(40_000_000))))
                .isEqualTo(MAXIMUM);
        assertThat(delay.after(1, new LeadIQRateLimitException("usage", "too many", Duration.ofSeconds(29))))
                .isEqualTo(MAXIMUM);
    }

    @Test
    void goesAtOnceWhenTheServerSaysSo() {
        assertThat(new RetryDelay(FIRST, MAXIMUM, () -> 1)
                        .after(3, new LeadIQRateLimitException("usage", "too many", Duration.ZERO)))
                .isZero();
    }
}

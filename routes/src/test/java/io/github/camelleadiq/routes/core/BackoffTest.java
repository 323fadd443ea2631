/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    @ParameterizedTest
    @CsvSource({"0, PT10S", "1, PT10S", "2, PT20S", "5, PT2M40S", "8, PT15M", "2147483647, PT15M"})
    void pausesGrowAndHaveAnEnd(int attempt, Duration pause) {
        assertThat(new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(15)).after(attempt))
                .isEqualTo(pause);
    }
}

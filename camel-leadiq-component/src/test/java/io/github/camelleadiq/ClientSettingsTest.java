/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.client.ApiKey;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSettingsTest {

    private static final UnaryOperator<String> NOTHING_SET = name -> null;

    @Test
    void readsTheKeyFromTheEnvironmentWhenNoOptionHasIt() {
        UnaryOperator<String> environment = Map.of("LEADIQ_API_KEY", "from-the-environment")::get;

        assertThat(new ClientSettings(
                                new LeadIQConfiguration(), new CreditSettings(Runnable::run), null, environment, null)
                        .apiKey())
                .contains(ApiKey.of("from-the-environment", ApiKey.Format.PLAIN));

        LeadIQConfiguration own = configuration();
        assertThat(new ClientSettings(own, new CreditSettings(Runnable::run), null, environment, null).apiKey())
                .contains(ApiKey.of("invented-key", ApiKey.Format.PLAIN));
    }

    @Test
    void saysWhereAMissingKeyCanBeSet() {
        assertThatThrownBy(() -> new ClientSettings(
                        new LeadIQConfiguration(), new CreditSettings(Runnable::run), null, NOTHING_SET, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("apiKey")
                .hasMessageContaining("LEADIQ_API_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "maxConnections, 0", "maxResponseSize, -1", "maxRetries, -1", "requestTimeout, 0", "retryDelay, -5",
        "leaseTimeout, 0", "responseTimeout, 0", "connectTimeout, 0", "schemaRefresh, 0", "maxRetryDelay, 0"
    })
    void namesAnOptionThatIsOutOfRange(String option, long value) {
        LeadIQConfiguration configuration = configuration();
        Map<String, Runnable> setters = Map.of(
                "maxConnections", () -> configuration.setMaxConnections((int) value),
                "maxResponseSize", () -> configuration.setMaxResponseSize((int) value),
                "maxRetries", () -> configuration.setMaxRetries((int) value),
                "requestTimeout", () -> configuration.setRequestTimeout(Duration.ofMillis(value)),
                "retryDelay", () -> configuration.setRetryDelay(Duration.ofMillis(value)),
                "leaseTimeout", () -> configuration.setLeaseTimeout(Duration.ofMillis(value)),
                "responseTimeout", () -> configuration.setResponseTimeout(Duration.ofMillis(value)),
                "connectTimeout", () -> configuration.setConnectTimeout(Duration.ofMillis(value)),
                "schemaRefresh", () -> configuration.setSchemaRefresh(Duration.ofMillis(value)),
                "maxRetryDelay", () -> configuration.setMaxRetryDelay(Duration.ofMillis(value)));
        setters.get(option).run();

        assertThatThrownBy(() ->
                        new ClientSettings(configuration, new CreditSettings(Runnable::run), null, NOTHING_SET, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option);
    }

    private static LeadIQConfiguration configuration() {
        LeadIQConfiguration configuration = new LeadIQConfiguration();
        configuration.setApiKey("invented-key");
        return configuration;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.ApiKey;
import io.github.camelleadiq.client.HttpTransportConfig;
import io.github.camelleadiq.client.LeadIQClientConfig;
import io.github.camelleadiq.client.RateLimitConfig;
import io.github.camelleadiq.client.cache.CacheConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the options of an endpoint when it starts, and says them in the client's terms. */
final class ClientSettings {

    static final String ENVIRONMENT_VARIABLE = "LEADIQ_API_KEY";

    private static final Logger LOG = LoggerFactory.getLogger(ClientSettings.class);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final LeadIQConfiguration configuration;
    private final LeadIQClientConfig clientConfig;
    private final ApiKey apiKey;

    /**
     * @param sslContext the TLS context, or null for the system's
     * @param environment looks up an environment variable; null when there is none
     * @param cache where answers are kept, or null for nowhere
     * @throws IllegalArgumentException saying which option is wrong
     */
    ClientSettings(
            LeadIQConfiguration configuration,
            CreditSettings credits,
            SSLContext sslContext,
            UnaryOperator<String> environment,
            CacheConfig cache) {
        this.configuration = configuration;
        this.apiKey = apiKey(configuration, environment);
        this.clientConfig = new LeadIQClientConfig(
                uri(configuration.getUrl()),
                http(configuration, sslContext),
                positive("requestTimeout", configuration.getRequestTimeout()),
                notNegative("maxRetries", configuration.getMaxRetries()),
                positive("retryDelay", configuration.getRetryDelay()),
                positive("maxRetryDelay", configuration.getMaxRetryDelay()),
                configuration.getSchemaCheck(),
                positive("schemaRefresh", configuration.getSchemaRefresh()),
                batchSize(configuration.getBatchSize()),
                configuration.getBatchWindow(),
                pacing(configuration),
                cache,
                credits.of(configuration));
    }

    LeadIQClientConfig clientConfig() {
        return clientConfig;
    }

    /** The endpoint's key; absent only where each message brings its own. */
    Optional<ApiKey> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    ApiKey.Format apiKeyFormat() {
        return configuration.getApiKeyFormat();
    }

    private static ApiKey apiKey(LeadIQConfiguration configuration, UnaryOperator<String> environment) {
        String text =
                configuration.getApiKey() != null ? configuration.getApiKey() : environment.apply(ENVIRONMENT_VARIABLE);
        if (text == null || text.isBlank()) {
            if (configuration.isApiKeyHeaderEnabled()) {
                return null;
            }
            throw new IllegalArgumentException("leadiq: has no apiKey: set the option on the component or the endpoint,"
                    + " or the environment variable " + ENVIRONMENT_VARIABLE);
        }
        try {
            return ApiKey.of(text, configuration.getApiKeyFormat());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "leadiq: " + e.getMessage() + "; in a URI write RAW(key), because a plus sign means a space there",
                    e);
        }
    }

    private static URI uri(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("leadiq: url is not a URL", e);
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!http && !"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("leadiq: url must start with https:// or http:// and have a host");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "leadiq: url must not have credentials in it; the key belongs into apiKey");
        }
        if (http && !LOOPBACK.contains(uri.getHost())) {
            LOG.warn("leadiq: the key goes to {} unencrypted; use https", uri.getHost());
        }
        return uri;
    }

    private static RateLimitConfig pacing(LeadIQConfiguration configuration) {
        int requestsPerMinute = configuration.getRequestsPerMinute();
        int burst = configuration.getRequestBurst() == null
                ? RateLimitConfig.usualBurst(requestsPerMinute)
                : configuration.getRequestBurst();
        try {
            return new RateLimitConfig(
                    requestsPerMinute,
                    requestsPerMinute == 0 ? 1 : burst,
                    configuration.getMaxQueuedLookups(),
                    configuration.getRateLimiterProxyManager());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("leadiq: " + e.getMessage(), e);
        }
    }

    private static HttpTransportConfig http(LeadIQConfiguration configuration, SSLContext sslContext) {
        return new HttpTransportConfig(
                positive("maxConnections", configuration.getMaxConnections()),
                positive("connectTimeout", configuration.getConnectTimeout()),
                positive("leaseTimeout", configuration.getLeaseTimeout()),
                positive("responseTimeout", configuration.getResponseTimeout()),
                positive("maxResponseSize", configuration.getMaxResponseSize()),
                configuration.getUserAgent(),
                proxy(configuration),
                sslContext);
    }

    private static HttpTransportConfig.ProxyConfig proxy(LeadIQConfiguration configuration) {
        return configuration.getProxyHost() == null
                ? null
                : new HttpTransportConfig.ProxyConfig(
                        configuration.getProxyHost(),
                        positive("proxyPort", configuration.getProxyPort()),
                        configuration.getProxyUser(),
                        configuration.getProxyPassword());
    }

    static Duration positive(String option, Duration value) {
        if (value == null || value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("leadiq: " + option + " must be longer than 0");
        }
        return value;
    }

    private static int batchSize(String value) {
        if (value != null && value.strip().equalsIgnoreCase("auto")) {
            return LeadIQClientConfig.BATCH_SIZE_AUTO;
        }
        try {
            return positive("batchSize", Integer.parseInt(String.valueOf(value).strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("leadiq: batchSize must be a number or auto, and not " + value, e);
        }
    }

    static int positive(String option, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("leadiq: " + option + " must be greater than 0");
        }
        return value;
    }

    private static int notNegative(String option, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("leadiq: " + option + " must not be negative");
        }
        return value;
    }
}

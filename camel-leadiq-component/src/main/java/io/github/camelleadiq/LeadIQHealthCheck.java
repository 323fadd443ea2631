/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.RateLimiterState;
import io.github.camelleadiq.client.Selection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Asks for the usage of the account, which is free, to see whether LeadIQ answers and takes the key. Asks at most once a
 * minute, because its questions count against the rate limit as any others do.
 */
final class LeadIQHealthCheck extends AbstractHealthCheck {

    private static final Duration ASK_EVERY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What came of the last question: no failure means that all is well. */
    private record Finding(Instant at, String problem, Throwable failure) {}

    private final LeadIQEndpoint endpoint;
    private final Clock clock;
    private Finding last;

    LeadIQHealthCheck(LeadIQEndpoint endpoint, String id, Clock clock) {
        super("camel", id);
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    protected synchronized void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("leadiq.url", endpoint.getServiceUrl());
        if (endpoint.settings().apiKey().isEmpty()) {
            builder.message("not checked: each message brings its own key").up();
            return;
        }
        int queued = queued();
        if (queued > 0) {
            // its question would wait with them, which says nothing of LeadIQ, and delay them further
            builder.message("not asked: " + queued + " requests wait for their turn")
                    .up();
            return;
        }
        if (last == null || !clock.instant().isBefore(last.at().plus(ASK_EVERY))) {
            last = ask();
        }
        if (last.problem() == null) {
            builder.up();
        } else {
            builder.message(last.problem()).error(last.failure()).down();
        }
    }

    private int queued() {
        return endpoint.client()
                .rateLimiterState(endpoint.settings().apiKey().orElseThrow())
                .map(RateLimiterState::queued)
                .orElse(0);
    }

    private Finding ask() {
        CallOptions options = new CallOptions(endpoint.settings().apiKey().orElseThrow(), false, Map.of());
        try {
            endpoint.client()
                    .execute(new LeadIQRequest(
                            LeadIQOperation.USAGE,
                            Selection.ofFields("subscription { status }"),
                            JsonNodeFactory.instance.objectNode(),
                            options))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Finding(clock.instant(), null, null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LeadIQRateLimitException refusal && !refusal.isTransient()) {
                // so much waits that it was not asked, which says nothing of LeadIQ
                return new Finding(Instant.MIN, null, null);
            }
            Throwable cause = e.getCause() instanceof LeadIQException known ? known : e;
            return new Finding(clock.instant(), cause.getMessage(), cause);
        } catch (TimeoutException e) {
            return new Finding(clock.instant(), "no answer within " + PATIENCE.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(Instant.MIN, "interrupted", e);
        }
    }
}

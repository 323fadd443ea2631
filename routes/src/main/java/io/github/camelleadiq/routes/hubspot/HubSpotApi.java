/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.bucket4j.Bucket;
import io.github.camelleadiq.routes.core.Backoff;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door to HubSpot's API: every request passes here, on an exchange of its own, at the pace that the account allows
 * (HubSpot's developer documentation, "API usage guidelines"), and with a token that is valid. Safe for several threads.
 */
final class HubSpotApi {
    static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private static final Logger LOG = LoggerFactory.getLogger(HubSpotApi.class);
    private static final String CLIENT = "leadiq-hubspot-http-client";
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int SEARCHES_PER_SECOND = 4;
    private static final int MOST_ATTEMPTS = 4;
    private static final Backoff RETRIES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8));
    /** What asks for a longer wait is told to the caller instead. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    /** A daily limit ends at midnight of the account; until then it is looked for now and then. */
    private static final Duration DAILY_WAIT = Duration.ofMinutes(10);

    private static final Duration LOCKED_WAIT = Duration.ofSeconds(2);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final ProducerTemplate template;
    private final String endpoint;
    private final HubSpotPaths paths;
    private final AccessTokens tokens;
    private final Clock clock;
    private final Waiting waiting;
    private final Bucket all;
    private final Bucket searches;
    /** Nothing is sent before. */
    private final AtomicReference<Instant> blockedUntil = new AtomicReference<>(Instant.MIN);

    /** How this waits. */
    @FunctionalInterface
    interface Waiting {
        void pause(Duration duration) throws InterruptedException;
    }

    /** Makes tokens that are got by requests of their own. */
    @FunctionalInterface
    interface TokensFactory {
        AccessTokens of(HubSpotApi api);
    }

    HubSpotApi(
            CamelContext context,
            String baseUrl,
            HubSpotPaths paths,
            int requestsPerTenSeconds,
            TokensFactory tokens,
            Clock clock,
            Waiting waiting) {
        this.template = context.createProducerTemplate();
        // each with its reason: HttpClient repeats what is answered 429 or 503, writes as well; the rest has no use
        // here
        HttpClientConfigurer configurer = client -> client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching();
        context.getRegistry().bind(CLIENT, configurer);
        this.endpoint = baseUrl + (baseUrl.contains("?") ? "&" : "?")
                + "throwExceptionOnFailure=false&connectTimeout=10000&responseTimeout=60000&httpClientConfigurer=#"
                + CLIENT;
        this.paths = paths;
        this.clock = clock;
        this.waiting = waiting;
        this.all = Bucket.builder()
                .addLimit(limit -> limit.capacity(requestsPerTenSeconds).refillGreedy(requestsPerTenSeconds, WINDOW))
                .build();
        this.searches = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(SEARCHES_PER_SECOND).refillGreedy(SEARCHES_PER_SECOND, Duration.ofSeconds(1)))
                .build();
        this.tokens = tokens.of(this);
    }

    HubSpotPaths paths() {
        return paths;
    }

    /** Reads a resource. */
    JsonNode get(String path) {
        return call(new Request("GET", path, null, false, false));
    }

    /** Asks by a body; the same can be asked again. */
    JsonNode ask(String path, Object body) {
        return call(new Request("POST", path, bytes(body), false, false));
    }

    /** As {@link #ask}, at the pace of searches. */
    JsonNode search(String path, Object body) {
        return call(new Request("POST", path, bytes(body), false, true));
    }

    /** Writes: what is not known to have failed is not sent again. */
    JsonNode write(String path, Object body) {
        return call(new Request("POST", path, bytes(body), true, false));
    }

    /** Posts a form, without a token. */
    JsonNode form(String path, String form) {
        Response response =
                send("POST", path, form.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded", null);
        if (response.status() / 100 != 2) {
            throw failure(response, false);
        }
        return response.body();
    }

    private record Request(String method, String path, byte[] body, boolean isWrite, boolean isSearch) {}

    /** @param status 0 if there was no answer */
    private record Response(int status, JsonNode body, String retryAfter, boolean wasSent) {
        String error() {
            String type = body.path("errorType").asText("");
            String category = body.path("category").asText("");
            return !type.isEmpty() ? type : !category.isEmpty() ? category : status == 0 ? "NO_ANSWER" : "HTTP";
        }

        String policy() {
            return body.path("policyName").asText("");
        }
    }

    private JsonNode call(Request request) {
        boolean isTokenNew = false;
        for (int attempt = 1; ; attempt++) {
            failIfBlocked();
            await(request.isSearch());
            String token = tokens.token();
            Response response = send(request.method(), request.path(), request.body(), "application/json", token);
            if (response.status() / 100 == 2) {
                return response.body();
            }
            if (response.status() == 401 && !isTokenNew && tokens.refused(token)) {
                isTokenNew = true;
                continue;
            }
            Duration wait = wait(request, response, attempt);
            if (wait == null || attempt >= MOST_ATTEMPTS) {
                throw failure(response, request.isWrite() && isInDoubt(response));
            }
            LOG.debug("HubSpot: {}; again in {}", response.error(), wait);
            pause(wait);
        }
    }

    private void failIfBlocked() {
        if (clock.instant().isBefore(blockedUntil.get())) {
            throw new HubSpotCallException("RATE_LIMIT", 429, true, false);
        }
    }

    private void await(boolean isSearch) {
        try {
            if (isSearch) {
                searches.asBlocking().consume(1);
            }
            all.asBlocking().consume(1);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void pause(Duration wait) {
        try {
            waiting.pause(wait);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static HubSpotCallException interrupted() {
        Thread.currentThread().interrupt();
        return new HubSpotCallException("INTERRUPTED", 0, true, false);
    }

    /** How long to wait before the same is sent again; null if it is not. */
    private Duration wait(Request request, Response response, int attempt) {
        return switch (response.status()) {
            case 429 ->
                response.policy().equals("DAILY")
                        ? block(DAILY_WAIT)
                        : orBlock(asked(response, response.policy().isEmpty() ? Duration.ofSeconds(1) : WINDOW));
            case 423 -> LOCKED_WAIT;
            // HubSpot moves the account
            case 477 -> orBlock(asked(response, DAILY_WAIT));
            default -> {
                boolean isPassing = response.status() == 0 || response.status() >= 500;
                yield isPassing && !(request.isWrite() && isInDoubt(response)) ? RETRIES.after(attempt) : null;
            }
        };
    }

    private static Duration asked(Response response, Duration usual) {
        String seconds = response.retryAfter();
        return seconds != null && SECONDS.matcher(seconds).matches()
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : usual;
    }

    private Duration orBlock(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) > 0 ? block(wait) : wait;
    }

    private Duration block(Duration wait) {
        Instant until = clock.instant().plus(wait);
        blockedUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
        LOG.warn("HubSpot takes no requests until {} at least", until);
        return null;
    }

    /** It may have been done although there is no answer that says so. */
    private static boolean isInDoubt(Response response) {
        return response.status() == 0 ? response.wasSent() : response.status() >= 500;
    }

    private static HubSpotCallException failure(Response response, boolean maybeDone) {
        boolean isRetryable = response.status() == 0
                || response.status() >= 500
                || response.status() == 429
                || response.status() == 423
                || response.status() == 477
                // a person has to renew it: it is waited for, and no record is to blame
                || response.status() == 401;
        return new HubSpotCallException(response.error(), response.status(), isRetryable, maybeDone);
    }

    private Response send(String method, String path, byte[] body, String type, String token) {
        Exchange exchange = template.send(endpoint, sent -> {
            Message message = sent.getMessage();
            message.setHeader(HttpHeaders.METHOD, method);
            message.setHeader(HttpHeaders.PATH, path);
            message.setHeader(HttpHeaders.CONTENT_TYPE, type);
            message.setHeader("Accept", "application/json");
            if (token != null) {
                message.setHeader("Authorization", "Bearer " + token);
            }
            message.setBody(body);
        });
        if (exchange.getException() != null) {
            return new Response(0, MissingNode.getInstance(), null, wasSent(exchange.getException()));
        }
        Message answer = exchange.getMessage();
        int status = answer.getHeader(HttpHeaders.RESPONSE_CODE, 0, Integer.class);
        String retryAfter = answer.getHeader("Retry-After", String.class);
        try (InputStream in = answer.getBody(InputStream.class)) {
            JsonNode json = in == null ? MissingNode.getInstance() : MAPPER.readTree(in);
            return new Response(status, json == null ? MissingNode.getInstance() : json, retryAfter, true);
        } catch (IOException e) {
            // a page of some proxy, or an answer that was cut off
            return new Response(status / 100 == 2 ? 0 : status, MissingNode.getInstance(), retryAfter, true);
        }
    }

    private static boolean wasSent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Cannot be written as JSON: " + e.getClass().getSimpleName());
        }
    }
}

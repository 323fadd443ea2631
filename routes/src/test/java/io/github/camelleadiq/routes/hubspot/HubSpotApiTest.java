/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each kind of answer. */
class HubSpotApiTest {
    private static final String PATH = "/crm/objects/2026-09/contacts/batch/update";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server;
    private HubSpotApi api;

    /** @param status 0 to break the connection */
    private record Answer(int status, String body, Map<String, String> headers) {}

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        camel.start();
        api = new HubSpotApi(
                camel,
                "http://127.0.0.1:" + server.getAddress().getPort(),
                new HubSpotPaths(HubSpotPaths.CURRENT),
                10_000,
                door -> new Tokens(),
                Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC),
                pauses::add);
    }

    @AfterEach
    void stop() {
        camel.stop();
        server.stop(0);
    }

    private static final class Tokens implements AccessTokens {
        private String token = "first";

        @Override
        public String token() {
            return token;
        }

        @Override
        public boolean refused(String refused) {
            token = "second";
            return true;
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.getRequestBody().readAllBytes();
        Answer answer = answers.isEmpty() ? new Answer(200, "{\"ok\": true}", Map.of()) : answers.poll();
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void next(int status, String body) {
        answers.add(new Answer(status, body, Map.of()));
    }

    private static String rateLimit(String policy) {
        return "{\"status\": \"error\", \"errorType\": \"RATE_LIMIT\", \"policyName\": \"" + policy + "\"}";
    }

    @Test
    void anAnswerIsGiven() {
        assertThat(api.write(PATH, Map.of()).path("ok").asBoolean()).isTrue();
        assertThat(tokens).containsExactly("Bearer first");
    }

    @Test
    void aRefusedTokenIsReplacedOnce() {
        next(401, "{\"category\": \"EXPIRED_AUTHENTICATION\"}");
        assertThat(api.write(PATH, Map.of()).path("ok").asBoolean()).isTrue();
        assertThat(tokens).containsExactly("Bearer first", "Bearer second");

        next(401, "{\"category\": \"EXPIRED_AUTHENTICATION\"}");
        next(401, "{\"category\": \"EXPIRED_AUTHENTICATION\"}");
        assertThatThrownBy(() -> api.write(PATH, Map.of()))
                .isInstanceOfSatisfying(HubSpotCallException.class, failure -> {
                    assertThat(failure.code()).isEqualTo("EXPIRED_AUTHENTICATION");
                    assertThat(failure.isRetryable()).isTrue();
                    assertThat(failure.isMaybeDone()).isFalse();
                });
        assertThat(tokens).hasSize(4);
    }

    @Test
    void aShortLimitIsWaitedFor() {
        answers.add(new Answer(429, rateLimit("TEN_SECONDLY_ROLLING"), Map.of("Retry-After", "7")));
        next(429, rateLimit("TEN_SECONDLY_ROLLING"));
        next(429, "{\"message\": \"You have reached your secondly limit.\"}");

        assertThat(api.write(PATH, Map.of()).path("ok").asBoolean()).isTrue();
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(10), Duration.ofSeconds(1));
    }

    @Test
    void aDailyLimitStopsAllRequests() {
        next(429, rateLimit("DAILY"));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> api.get(PATH))
                    .isInstanceOfSatisfying(HubSpotCallException.class, failure -> assertThat(failure.isRetryable())
                            .isTrue());
        }
        assertThat(tokens).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void anAccountThatMovesStopsAllRequests() {
        answers.add(new Answer(477, "", Map.of("Retry-After", "86400")));

        assertThatThrownBy(() -> api.get(PATH)).isInstanceOf(HubSpotCallException.class);
        assertThatThrownBy(() -> api.get(PATH)).isInstanceOf(HubSpotCallException.class);
        assertThat(tokens).hasSize(1);
    }

    @Test
    void aLockIsWaitedFor() {
        next(423, "{}");

        assertThat(api.write(PATH, Map.of()).path("ok").asBoolean()).isTrue();
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 502, 503, 504, 521, 523, 524})
    void aServerThatFailsIsAskedAgainAndNotToldAgain(int status) {
        next(status, "<html>Ada Example</html>");
        next(status, "<html>Ada Example</html>");
        assertThat(api.ask(PATH, Map.of()).path("ok").asBoolean()).isTrue();
        assertThat(tokens).hasSize(3);

        next(status, "<html>Ada Example</html>");
        assertThatThrownBy(() -> api.write(PATH, Map.of()))
                .isInstanceOfSatisfying(HubSpotCallException.class, failure -> {
                    assertThat(failure.isMaybeDone()).isTrue();
                    assertThat(failure.isRetryable()).isTrue();
                    assertThat(failure.getMessage()).doesNotContain("Ada");
                });
        assertThat(tokens).hasSize(4);
    }

    @Test
    void anAnswerThatIsCutOffIsNone() {
        next(200, "{\"results\": [{");
        assertThat(api.ask(PATH, Map.of()).path("ok").asBoolean()).isTrue();

        next(200, "{\"results\": [{");
        assertThatThrownBy(() -> api.write(PATH, Map.of()))
                .isInstanceOfSatisfying(HubSpotCallException.class, failure -> assertThat(failure.isMaybeDone())
                        .isTrue());
    }

    @Test
    void whatIsWrongIsNotRepeated() {
        next(400, "{\"category\": \"VALIDATION_ERROR\", \"message\": \"Ada Example\"}");

        assertThatThrownBy(() -> api.ask(PATH, Map.of()))
                .isInstanceOfSatisfying(HubSpotCallException.class, failure -> {
                    assertThat(failure.isRetryable()).isFalse();
                    assertThat(failure).hasMessage("HubSpot: VALIDATION_ERROR (HTTP 400)");
                });
        assertThat(tokens).hasSize(1);
    }

    @Test
    void whatWasNeverSentHasNotBeenDone() {
        server.stop(0);

        assertThatThrownBy(() -> api.write(PATH, Map.of()))
                .isInstanceOfSatisfying(HubSpotCallException.class, failure -> {
                    assertThat(failure.isMaybeDone()).isFalse();
                    assertThat(failure.isRetryable()).isTrue();
                });
        assertThat(pauses).hasSize(3);
    }
}

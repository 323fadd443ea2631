/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent again, how often, and when. */
class RetryTest extends WireTestSupport {

    private static final String REQUEST_COUNT = "CamelLeadIQRequestCount";

    static Stream<ResponseDefinitionBuilder> passingFailures() {
        return Stream.of(
                status(408),
                status(421),
                status(425),
                status(429),
                status(500),
                status(502),
                status(503),
                errorInside(429),
                errorInside(500),
                errorInside(503));
    }

    @ParameterizedTest
    @MethodSource("passingFailures")
    void aReadIsRepeatedUntilItSucceeds(ResponseDefinitionBuilder failure) {
        answers(failure, failure, okJson(PEOPLE_ANSWER));

        Exchange exchange = searchPeople();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(REQUEST_COUNT)).isEqualTo(3);
        assertThat(requests()).hasSize(3);
        assertThat(requests().stream().map(LoggedRequest::getBodyAsString).distinct())
                .hasSize(1);
    }

    @Test
    void anAnswerAtOnceTookOneRequest() {
        answersJson(PEOPLE_ANSWER);

        assertThat(searchPeople().getMessage().getHeader(REQUEST_COUNT)).isEqualTo(1);
    }

    @Test
    void repetitionsHaveALimitAndTheLastFailureIsTold() {
        answers(status(503), status(503), status(502));

        Exchange exchange = searchPeople("maxRetries=2");

        assertThat(exchange.getException())
                .isInstanceOfSatisfying(LeadIQServerException.class, failure -> assertThat(failure.getStatus())
                        .isEqualTo(502));
        assertThat(requests()).hasSize(3);
    }

    @Test
    void noRetriesMeansOneRequest() {
        answers(status(503), okJson(PEOPLE_ANSWER));

        assertThat(searchPeople("maxRetries=0").getException()).isInstanceOf(LeadIQServerException.class);
        assertThat(requests()).hasSize(1);
    }

    static Stream<Arguments> lastingFailures() {
        return Stream.of(
                Arguments.of(status(401), LeadIQAuthenticationException.class),
                Arguments.of(errorInside(401), LeadIQAuthenticationException.class),
                Arguments.of(status(402), LeadIQInsufficientCreditsException.class),
                Arguments.of(errorInside(402), LeadIQInsufficientCreditsException.class),
                Arguments.of(okJson("{\"errors\":[{\"message\":\"no\"}]}"), LeadIQGraphQLException.class),
                // its answer may have been paid for
                Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), LeadIQTransportException.class));
    }

    @ParameterizedTest
    @MethodSource("lastingFailures")
    void whatWouldFailAgainOrCostTwiceIsNotRepeated(
            ResponseDefinitionBuilder answer, Class<? extends LeadIQException> type) {
        answers(answer, okJson(PEOPLE_ANSWER));

        assertThat(searchPeople().getException()).isInstanceOf(type);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aMutationIsRepeatedWhenItWasRefusedUnread() {
        answers(status(429), errorInside(429), okJson(CANCELLED_ANSWER));

        Exchange exchange = cancelTask();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(REQUEST_COUNT)).isEqualTo(3);
    }

    static Stream<Arguments> failuresAfterWhichAMutationMayHaveHappened() {
        return Stream.of(
                Arguments.of(status(500), LeadIQServerException.class),
                Arguments.of(status(503), LeadIQServerException.class),
                Arguments.of(errorInside(500), LeadIQServerException.class),
                Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), LeadIQTransportException.class),
                Arguments.of(aResponse().withFault(Fault.EMPTY_RESPONSE), LeadIQTransportException.class));
    }

    @ParameterizedTest
    @MethodSource("failuresAfterWhichAMutationMayHaveHappened")
    void aMutationThatMayHaveHappenedIsNotRepeated(
            ResponseDefinitionBuilder answer, Class<? extends LeadIQException> type) {
        answers(answer, okJson(CANCELLED_ANSWER));

        assertThat(cancelTask().getException())
                .isInstanceOfSatisfying(type, failure -> assertThat(failure.mayHaveBeenProcessed())
                        .isTrue());
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aUsersOwnMutationIsTakenForOne() {
        answers(status(500), okJson("{\"data\":{\"removeAllTrackedCompanies\":{\"totalRemoved\":1}}}"));

        Exchange exchange =
                call(endpoint("graphql", "query=RAW(mutation{removeAllTrackedCompanies{totalRemoved}})"), null);

        assertThat(exchange.getException()).isInstanceOf(LeadIQServerException.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aRefusedConnectionIsTriedAgainEvenForAMutation() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String start = route(endpointAt(
                "http://127.0.0.1:" + port + "/graphql",
                "cancelCompanyTrackingTask",
                "maxRetries=1000",
                "requestTimeout=20000"));
        Future<Exchange> exchange =
                template.asyncSend(start, message -> message.getMessage().setBody(TASK));

        // nobody listened until now
        try (ServerSocket socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress())) {
            answerOnce(socket, CANCELLED_ANSWER);
        }
        Exchange done = exchange.get();

        assertThat(done.getException()).isNull();
    }

    @Test
    void aConnectionThatIsRefusedForGoodIsTriedAsOftenAsConfigured() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Exchange exchange = call(
                endpointAt("http://127.0.0.1:" + port + "/graphql", "cancelCompanyTrackingTask", "maxRetries=3"), TASK);

        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        LeadIQTransportException.class,
                        failure -> assertThat(failure.mayHaveBeenProcessed()).isFalse());
    }

    @Test
    void retryAfterIsHonoured() {
        answers(status(429).withHeader("Retry-After", "1"), okJson(PEOPLE_ANSWER));
        Instant start = Instant.now();

        Exchange exchange = searchPeople("maxRetryDelay=10000");

        assertThat(exchange.getException()).isNull();
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void retryAfterIsCappedByMaxRetryDelay() {
        answers(status(429).withHeader("Retry-After", "3600"), okJson(PEOPLE_ANSWER));

        Exchange exchange = searchPeople("maxRetryDelay=20", "requestTimeout=20000");

        assertThat(exchange.getException()).isNull();
        assertThat(requests()).hasSize(2);
    }

    @Test
    void aDelayAboveTheMaximumIsTheMaximum() {
        answers(status(429), okJson(PEOPLE_ANSWER));

        Exchange exchange = searchPeople("retryDelay=1h", "maxRetryDelay=20", "requestTimeout=20000");

        assertThat(exchange.getException()).isNull();
    }

    @Test
    void aRateLimitThatLastsIsToldWithItsWait() {
        answers(status(429).withHeader("Retry-After", "77"));

        assertThat(searchPeople("maxRetries=1").getException())
                .isInstanceOfSatisfying(LeadIQRateLimitException.class, failure -> assertThat(failure.getRetryAfter())
                        .contains(Duration.ofSeconds(77)));
        assertThat(requests()).hasSize(2);
    }

    private static void answerOnce(ServerSocket server, String json) throws IOException {
        byte[] answer = json.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = server.accept()) {
            byte[] request = new byte[65536];
            int length = 0;
            while (!new String(request, 0, length, StandardCharsets.UTF_8).contains("\"variables\":{")) {
                length += socket.getInputStream().read(request, length, request.length - length);
            }
            socket.getOutputStream()
                    .write(String.join(
                                    "\r\n",
                                    List.of(
                                            "HTTP/1.1 200 OK",
                                            "Content-Length: " + answer.length,
                                            "Connection: close",
                                            "",
                                            json))
                            .getBytes(StandardCharsets.UTF_8));
        }
    }
}

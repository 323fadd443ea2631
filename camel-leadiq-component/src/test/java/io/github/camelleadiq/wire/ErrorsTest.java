/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exception tells of what, and what it says. */
class ErrorsTest extends WireTestSupport {

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(401, LeadIQAuthenticationException.class),
                Arguments.of(403, LeadIQAuthenticationException.class),
                Arguments.of(402, LeadIQInsufficientCreditsException.class),
                Arguments.of(429, LeadIQRateLimitException.class),
                Arguments.of(500, LeadIQServerException.class),
                Arguments.of(502, LeadIQServerException.class),
                Arguments.of(503, LeadIQServerException.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aStatusOfHttpHasItsException(int status, Class<? extends LeadIQException> type) {
        answers(status(status).withHeader("Content-Type", "text/html").withBody("<h1>no</h1>"));

        LeadIQException failure = failure();

        assertThat(failure).isExactlyInstanceOf(type).hasMessageContaining("HTTP " + status);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void theSameStatusInsideA200HasTheSameException(int status, Class<? extends LeadIQException> type) {
        answers(errorInside(status));

        LeadIQException failure = failure();

        assertThat(failure).isExactlyInstanceOf(type).hasMessageContaining("it went wrong");
        if (failure instanceof LeadIQServerException server) {
            assertThat(server.getStatus()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void theStatusIsFoundInTheFailureOfAUsersOwnDocumentAsWell(int status, Class<? extends LeadIQException> type) {
        answersJson("{\"data\":{\"usage\":null},\"errors\":[" + error("no", status) + "]}");

        Exchange exchange = call(endpoint("graphql", "query=RAW({usage{subscription{status}}})", "maxRetries=0"), null);

        assertThat(exchange.getException()).isExactlyInstanceOf(type);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aBadRequestTellsItsReasonInsideAsWell(int status, Class<? extends LeadIQException> type) {
        answers(status(400).withBody("{\"errors\":[" + error("no", status) + "]}"));

        assertThat(failure()).isExactlyInstanceOf(type).hasMessageContaining("HTTP 400");
    }

    static Stream<Arguments> extensions() {
        return Stream.of(
                Arguments.of("{\"response\":{\"status\":\"429\"}}", LeadIQRateLimitException.class),
                Arguments.of("{\"http\":{\"status\":402}}", LeadIQInsufficientCreditsException.class),
                Arguments.of("{\"http\":{\"status\":\"503\"}}", LeadIQServerException.class),
                Arguments.of("{\"status\":401}", LeadIQAuthenticationException.class),
                Arguments.of("{\"statusCode\":\"429\"}", LeadIQRateLimitException.class),
                Arguments.of("{\"code\":429}", LeadIQRateLimitException.class),
                Arguments.of("{\"code\":\"402\"}", LeadIQInsufficientCreditsException.class),
                Arguments.of("{\"code\":\"UNAUTHENTICATED\"}", LeadIQAuthenticationException.class),
                Arguments.of("{\"code\":\"FORBIDDEN\"}", LeadIQAuthenticationException.class),
                Arguments.of("{\"code\":\"PAYMENT_REQUIRED\"}", LeadIQInsufficientCreditsException.class),
                Arguments.of("{\"code\":\"RATE_LIMITED\"}", LeadIQRateLimitException.class),
                Arguments.of("{\"code\":\"rate-limit-exceeded\"}", LeadIQRateLimitException.class),
                Arguments.of("{\"code\":\"SERVICE_UNAVAILABLE\"}", LeadIQServerException.class),
                // says nothing: any error without a code of its own has it
                Arguments.of("{\"code\":\"INTERNAL_SERVER_ERROR\"}", LeadIQGraphQLException.class),
                Arguments.of("{\"code\":\"GRAPHQL_VALIDATION_FAILED\"}", LeadIQGraphQLException.class),
                Arguments.of("{\"code\":7}", LeadIQGraphQLException.class),
                Arguments.of("{\"http\":{\"status\":null},\"code\":{}}", LeadIQGraphQLException.class));
    }

    /** With the media type and the statuses of GraphQL over HTTP as well. */
    @ParameterizedTest
    @MethodSource("extensions")
    void theStatusIsFoundWhereverServersPutIt(String extensions, Class<? extends LeadIQException> type) {
        String body = "{\"errors\":[{\"message\":\"no\",\"extensions\":" + extensions + "}]}";
        for (int status : new int[] {200, 400, 422}) {
            answers(status(status)
                    .withHeader("Content-Type", "application/graphql-response+json")
                    .withBody(body));

            assertThat(failure()).as("HTTP %d", status).satisfies(failure -> {
                if (type == LeadIQGraphQLException.class) {
                    assertThat(failure).isInstanceOf(type);
                } else {
                    assertThat(failure).isExactlyInstanceOf(type);
                }
            });
        }
    }

    @Test
    void whatIsForbiddenForWantOfCreditsIsNotAWrongKey() {
        answers(status(403)
                .withBody("{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"PAYMENT_REQUIRED\"}}]}"));

        assertThat(failure()).isExactlyInstanceOf(LeadIQInsufficientCreditsException.class);
    }

    @Test
    void aPartOfAnAnswerIsNone() {
        answersJson(PEOPLE_ANSWER.replaceFirst("\\{", "{\"hasNext\":true,"));
        assertThat(failure()).isExactlyInstanceOf(LeadIQProtocolException.class);

        answersJson(PEOPLE_ANSWER.replaceFirst("\\{", "{\"hasNext\":false,"));
        assertThat(searchPeople().getException()).isNull();
    }

    @Test
    void everyMessageHasOperationProblemAndHint() {
        for (int status : new int[] {401, 402, 429, 500, 404}) {
            answers(status(status));
            LeadIQException failure = failure();
            assertThat(failure.getOperation()).isEqualTo("searchPeople");
            assertThat(failure.getHint()).isNotBlank();
            assertThat(failure).hasMessageContaining("searchPeople").hasMessageContaining(failure.getHint());
        }
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "' 7 ', 7", "0, 0"})
    void retryAfterInSecondsIsTold(String value, long seconds) {
        answers(status(429).withHeader("Retry-After", value));

        assertThat(((LeadIQRateLimitException) failure()).getRetryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void retryAfterAsADateIsTold() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10));
        answers(status(503).withHeader("Retry-After", date));

        Optional<Duration> wait = ((LeadIQServerException) failure()).getRetryAfter();

        assertThat(wait)
                .hasValueSatisfying(w -> assertThat(w).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10)));
    }

    @Test
    void retryAfterInThePastMeansAtOnce() {
        answers(status(429).withHeader("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"));

        assertThat(((LeadIQRateLimitException) failure()).getRetryAfter()).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1e3", "99999999999999999999", "Wed, 99 Oct 2015 07:28:00 GMT"})
    void anAbsurdRetryAfterIsIgnored(String value) {
        answers(status(429).withHeader("Retry-After", value));

        assertThat(((LeadIQRateLimitException) failure()).getRetryAfter()).isEmpty();
    }

    @Test
    void otherGraphQLErrorsAreAllToldWithTheirPaths() {
        answersJson("{\"data\":{\"searchPeople\":{\"totalResults\":2,\"results\":[null]}},\"errors\":["
                + "{\"message\":\"first\",\"path\":[\"searchPeople\",\"results\",0,\"name\"],\"extensions\":{\"code\":\"X\"}},"
                + "{\"message\":\"second\"}]}");

        LeadIQGraphQLException failure = (LeadIQGraphQLException) failure();

        assertThat(failure)
                .hasMessageContaining("searchPeople.results[0].name")
                .hasMessageContaining("first")
                .hasMessageContaining("1 more");
        assertThat(failure.getErrors()).extracting(GraphQLError::message).containsExactly("first", "second");
        assertThat(failure.getErrors())
                .extracting(GraphQLError::pathText)
                .containsExactly("searchPeople.results[0].name", "");
        assertThat(failure.getErrors().get(0).extensions()).containsEntry("code", "X");
        assertThat(failure.getPartialData())
                .hasValueSatisfying(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo("{\"totalResults\":2,\"results\":[null]}"));
    }

    @Test
    void aRefusedDocumentHasNoPartialData() {
        answersJson("{\"errors\":[{\"message\":\"Cannot query field\"}]}");

        assertThat(failure())
                .isInstanceOfSatisfying(LeadIQGraphQLException.class, failure -> assertThat(failure.getPartialData())
                        .isEmpty())
                .hasMessageContaining("Cannot query field");
    }

    static Stream<Arguments> noGraphQLAnswers() {
        return Stream.of(
                Arguments.of("HTML", okJson("<html>login</html>").withHeader("Content-Type", "text/html; charset=x")),
                Arguments.of("truncated", okJson(PEOPLE_ANSWER.substring(0, 60))),
                Arguments.of("one answer too many", okJson(PEOPLE_ANSWER + PEOPLE_ANSWER)),
                Arguments.of("garbage", okJson("\u0000\u0001\u00ff)]}")),
                Arguments.of("empty", okJson("")),
                Arguments.of("no content", status(204)),
                Arguments.of("a list", okJson("[]")),
                Arguments.of("a text", okJson("\"ok\"")),
                Arguments.of("neither data nor errors", okJson("{\"message\":\"hello\"}")),
                Arguments.of("data of another operation", okJson("{\"data\":{\"usage\":{}}}")),
                Arguments.of("data as a list", okJson("{\"data\":[1]}")),
                Arguments.of("null data", okJson("{\"data\":null}")),
                Arguments.of("no list of errors", okJson("{\"errors\":\"no\"}")),
                Arguments.of("wrong shape", okJson(data("searchPeople", "{\"results\":\"none\"}"))),
                Arguments.of("wrong type", okJson(data("searchPeople", "17"))),
                Arguments.of("too deep", okJson("{\"data\":{\"searchPeople\":" + "[".repeat(5000))),
                Arguments.of("not found", status(404).withBody("no such page")),
                Arguments.of("a redirect", status(302).withHeader("Location", "http://127.0.0.1:1/")),
                Arguments.of("not gzip", okJson("not gzip").withHeader("Content-Encoding", "gzip")),
                Arguments.of(
                        "cut gzip",
                        aResponse()
                                .withHeader("Content-Encoding", "gzip")
                                .withBody(Arrays.copyOf(gzip(PEOPLE_ANSWER.getBytes(StandardCharsets.UTF_8)), 40))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noGraphQLAnswers")
    void whatIsNoGraphQLAnswerIsAProtocolFailure(String name, ResponseDefinitionBuilder answer) {
        answers(answer);

        assertThat(failure())
                .isInstanceOf(LeadIQProtocolException.class)
                .hasMessageContaining("searchPeople")
                .hasMessageNotContaining("null pointer");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aRefusedConnectionWasCertainlyNotProcessed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Exchange exchange =
                call(endpointAt("http://127.0.0.1:" + free + "/graphql", "searchPeople", "maxRetries=0"), PERSON);

        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        LeadIQTransportException.class,
                        failure -> assertThat(failure.mayHaveBeenProcessed()).isFalse())
                .hasMessageContaining("never sent");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void aConnectionLostAfterSendingMayHaveBeenProcessed(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(failure())
                .isInstanceOfSatisfying(
                        LeadIQTransportException.class,
                        failure -> assertThat(failure.mayHaveBeenProcessed()).isTrue())
                .hasMessageContaining("may have been processed");
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"})
    void whatIsNotHttpFailsToo(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(failure().mayHaveBeenProcessed()).isTrue();
    }

    @Test
    void aServerThatHangsMayHaveProcessed() {
        answers(okJson(PEOPLE_ANSWER).withFixedDelay(20_000));

        assertThat(failure("responseTimeout=150"))
                .isInstanceOfSatisfying(
                        LeadIQTransportException.class,
                        failure -> assertThat(failure.mayHaveBeenProcessed()).isTrue());
    }

    @Test
    void anAnswerThatIsTooLargeNamesTheOption() {
        answersJson(data("searchPeople", "{\"results\":[],\"pad\":\"" + "x".repeat(100_000) + "\"}"));

        assertThat(failure("maxResponseSize=50000"))
                .isInstanceOf(LeadIQProtocolException.class)
                .hasMessageContaining("maxResponseSize")
                .hasMessageContaining("50000");
    }

    @Test
    void aGzipBombStopsAtTheLimitAndNamesTheOption() {
        byte[] bomb = gzip(new byte[20 * 1024 * 1024]);
        assertThat(bomb).hasSizeLessThan(50_000);
        answers(aResponse().withHeader("Content-Encoding", "gzip").withBody(bomb));

        assertThat(failure("maxResponseSize=50000"))
                .isInstanceOf(LeadIQProtocolException.class)
                .hasMessageContaining("maxResponseSize");
    }

    @Test
    void anAnswerOfExactlyTheLimitIsTaken() {
        answers(aResponse().withHeader("Content-Encoding", "identity").withBody(PEOPLE_ANSWER));

        assertThat(searchPeople("maxResponseSize=" + PEOPLE_ANSWER.length()).getException())
                .isNull();
        assertThat(failure("maxResponseSize=" + (PEOPLE_ANSWER.length() - 1))).hasMessageContaining("maxResponseSize");
    }

    @Test
    void whatTheServerSaysIsMaskedWhereItRepeatsWhatWasSent() {
        answersJson("{\"errors\":[{\"message\":\"No match for Ada.Invented@EXAMPLE.com or other.one@example.org, key "
                + SECRET_KEY + " of " + PLAIN_KEY + "\"}]}");

        assertThat(failure().getMessage())
                .contains("No match for *** or ***")
                .doesNotContainIgnoringCase("ada.invented")
                .doesNotContain("other.one", SECRET_KEY, PLAIN_KEY);
    }

    @Test
    void aLongMessageIsCut() {
        answersJson("{\"errors\":[{\"message\":\"" + "long ".repeat(10_000) + "\"}]}");

        assertThat(failure().getMessage()).hasSizeLessThan(1000);
    }

    private LeadIQException failure(String... options) {
        Exchange exchange = searchPeople(
                Stream.concat(Stream.of("maxRetries=0"), Stream.of(options)).toArray(String[]::new));
        assertThat(exchange.getException()).isInstanceOf(LeadIQException.class);
        assertThat(exchange.getException())
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(EMAIL, SECRET_KEY, PLAIN_KEY));
        return (LeadIQException) exchange.getException();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return zipped.toByteArray();
    }
}

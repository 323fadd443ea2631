/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code schemaCheck=auto} a server is asked for its schema: once, without the key, and without depending on it. */
class IntrospectionTest extends WireTestSupport {

    @BeforeEach
    void serve() {
        answersJson(PEOPLE_ANSWER);
    }

    static List<ResponseDefinitionBuilder> refusals() {
        return List.of(
                status(401),
                status(403),
                status(404),
                okJson("{\"errors\":[{\"message\":\"introspection is disabled\"}]}"),
                okJson("{\"data\":{}}"),
                okJson("{\"data\":{\"__schema\":{\"types\":17}}}"),
                okJson("<html>"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsWarnedOfOnceAndTheLiveSchemaTakenInstead(ResponseDefinitionBuilder refusal) {
        introspectionAnswers(refusal);

        try (LogRecorder log = LogRecorder.of("io.github.camelleadiq", Level.DEBUG)) {
            for (int i = 0; i < 3; i++) {
                assertThat(call(auto("searchPeople"), PERSON).getException()).isNull();
            }
            assertThat(log.messages(Level.WARN)).singleElement().asString().contains("schemaCheck");
        }
        assertThat(introspections()).hasSize(1);
        assertThat(requests()).hasSize(4);
        assertThat(operations())
                .allSatisfy(request -> assertThat(request.getBodyAsString()).contains("confidence"));
    }

    @Test
    void theQuestionIsAnonymousAndHasNothingOfTheMessage() {
        introspectionAnswers(status(403));

        call(auto("searchPeople", "httpHeader.X-Team=growth"), PERSON);

        LoggedRequest question = introspections().get(0);
        assertThat(question.containsHeader("Authorization")).isFalse();
        assertThat(question.containsHeader("X-Team")).isFalse();
        assertThat(question.getBodyAsString()).doesNotContain(EMAIL);
        assertThat(operations().get(0).getHeader("Authorization")).isEqualTo("Basic " + SECRET_KEY);
    }

    @Test
    void manyExchangesAndEndpointsAskOnce() throws Exception {
        introspectionAnswers(status(403).withFixedDelay(200));
        List<String> starts = List.of(route(auto("searchPeople")), route(auto("searchPeople", "resultType=map")));

        List<CompletableFuture<Exchange>> exchanges = IntStream.range(0, 20)
                .mapToObj(i -> template.asyncSend(
                        starts.get(i % 2), exchange -> exchange.getMessage().setBody(person(i))))
                .toList();

        for (CompletableFuture<Exchange> exchange : exchanges) {
            assertThat(exchange.get().getException()).isNull();
        }
        assertThat(introspections()).hasSize(1);
        assertThat(operations()).hasSize(20);
    }

    @Test
    void aFixedSchemaIsNotAskedFor() {
        for (String check : List.of("live", "documented", "off")) {
            assertThat(call(endpoint("searchPeople").replace("=live", "=" + check), PERSON)
                            .getException())
                    .isNull();
        }
        assertThat(introspections()).isEmpty();
    }

    @Test
    void aUsersOwnDocumentNeedsNoSchema() {
        call(auto("graphql", "query=RAW({usage{subscription{status}}})"), null);

        assertThat(introspections()).isEmpty();
    }

    private static void introspectionAnswers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(anyUrl())
                .withRequestBody(containing("__schema"))
                .atPriority(1)
                .willReturn(answer));
    }

    private String auto(String operation, String... options) {
        return endpoint(operation, options).replace("schemaCheck=live", "schemaCheck=auto");
    }

    private static List<LoggedRequest> introspections() {
        return requests().stream()
                .filter(request -> request.getBodyAsString().contains("__schema"))
                .toList();
    }

    private static List<LoggedRequest> operations() {
        return requests().stream()
                .filter(request -> !request.getBodyAsString().contains("__schema"))
                .toList();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelleadiq.LeadIQComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that can be written of a call has the key in it, in either of its forms. */
class LeakTest extends WireTestSupport {

    private static final String SECRET_KEY_LITERAL = "aW52ZW50ZWQta2V5LTQ3MTE6";
    private static final String OPTIONS = "requestsPerMinute=0&retryDelay=10&maxRetries=1&responseTimeout=1000&url=";

    /** The server of these tests, which logs what it gets. */
    private static final Predicate<String> OF_THE_SERVER =
            text -> text.startsWith("org.wiremock") || text.startsWith("wiremock") || text.startsWith("com.github.tom");

    @ParameterizedTest
    @ValueSource(strings = {PLAIN_KEY, SECRET_KEY_LITERAL})
    void withTheKeyOnTheComponentNoLoggerWritesItAtTrace(String key) throws Exception {
        context.getComponent("leadiq", LeadIQComponent.class).getConfiguration().setApiKey(key);
        try (LogRecorder log = LogRecorder.of("ROOT", Level.TRACE)) {
            callInAllWays(route("leadiq:searchPeople?schemaCheck=auto&" + OPTIONS + url()), key);

            assertNoKey(log.texts());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN_KEY, SECRET_KEY_LITERAL})
    void withTheKeyInTheUriNoLoggerWritesItAtDebugAndOursNotAtTrace(String key) throws Exception {
        try (LogRecorder log = LogRecorder.of("ROOT", Level.DEBUG);
                LogRecorder ours = LogRecorder.of("io.github.camelleadiq", Level.TRACE);
                LogRecorder http = LogRecorder.of("org.apache.hc", Level.TRACE)) {
            callInAllWays(route("leadiq:searchPeople?apiKey=RAW(" + key + ")&" + OPTIONS + url()), key);

            assertNoKey(log.texts());
            assertNoKey(ours.texts());
            assertNoKey(http.texts());
        }
    }

    @Test
    void theKeyOfAHeaderIsInNoLogOfOurs() {
        answersJson(PEOPLE_ANSWER);
        try (LogRecorder ours = LogRecorder.of("io.github.camelleadiq", Level.TRACE);
                LogRecorder http = LogRecorder.of("org.apache.hc", Level.TRACE)) {
            Exchange exchange = call(
                    endpoint("searchPeople", "apiKey=another-key", "apiKeyHeaderEnabled=true"),
                    PERSON,
                    Map.of("CamelLeadIQApiKey", PLAIN_KEY));

            assertThat(exchange.getException()).isNull();
            assertThat(onlyRequest().getHeader("Authorization")).contains(SECRET_KEY);
            assertNoKey(
                    Stream.concat(ours.texts().stream(), http.texts().stream()).toList());
        }
    }

    @Test
    void theHeaderLogOfHttpClientShowsThatThereIsAKeyButNotWhich() {
        answersJson(PEOPLE_ANSWER);
        try (LogRecorder http = LogRecorder.of("org.apache.hc", Level.TRACE)) {
            searchPeople();

            assertThat(http.texts()).anyMatch(text -> text.endsWith("Authorization: ***"));
        }
    }

    private void callInAllWays(String start, String key) throws Exception {
        answersJson(PEOPLE_ANSWER);
        assertThat(send(start).getException()).isNull();
        List<ResponseDefinitionBuilder> failures = new ArrayList<>();
        for (int status : new int[] {401, 402, 429, 503, 404}) {
            failures.add(status(status).withBody("{\"errors\":[{\"message\":\"" + key + "\"}]}"));
        }
        failures.add(okJson("{\"errors\":[" + error("bad key " + key, 401) + "]}"));
        failures.add(okJson("{\"errors\":[" + error("bad key " + key, 418) + "]}"));
        failures.add(okJson("no json " + key));
        failures.add(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        failures.add(okJson(PEOPLE_ANSWER).withFixedDelay(5_000));
        for (ResponseDefinitionBuilder failure : failures) {
            answers(failure);
            assertThat(send(start).getException()).isNotNull();
        }
        context.stop();
    }

    private static void assertNoKey(List<String> texts) {
        assertThat(texts.stream().filter(OF_THE_SERVER.negate()))
                .noneMatch(text -> text.contains(PLAIN_KEY))
                .noneMatch(text -> text.contains(SECRET_KEY));
    }

    @Test
    void noLogOfTheWireHasWhatWasSentOrAnswered() {
        answersJson(PEOPLE_ANSWER);
        try (LogRecorder log = LogRecorder.of("org.apache.hc", Level.TRACE)) {
            searchPeople();

            assertThat(log.texts()).isNotEmpty();
            assertThat(log.texts())
                    .noneMatch(text -> text.contains(EMAIL))
                    .noneMatch(text -> text.contains("Ada Invented"));
        }
    }

    @Test
    void noLogOfThisComponentHasWhatWasSentOrAnswered() {
        answersJson(PEOPLE_ANSWER);
        try (LogRecorder log = LogRecorder.of("io.github.camelleadiq", Level.TRACE)) {
            searchPeople();
            answersJson("{\"errors\":[{\"message\":\"nobody is " + EMAIL + "\"}]}");
            searchPeople();

            assertThat(log.texts())
                    .noneMatch(text -> text.contains(EMAIL))
                    .noneMatch(text -> text.contains("Ada Invented"));
        }
    }

    private Exchange send(String start) {
        return template.request(start, exchange -> exchange.getMessage().setBody(PERSON));
    }
}

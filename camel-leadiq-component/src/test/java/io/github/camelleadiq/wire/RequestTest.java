/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire for a message. */
class RequestTest extends WireTestSupport {

    @BeforeEach
    void serve() {
        answersJson(PEOPLE_ANSWER);
    }

    @Test
    void isAPostOfDocumentNameAndVariables() {
        Exchange exchange = searchPeople();

        assertThat(exchange.getException()).isNull();
        LoggedRequest request = onlyRequest();
        assertThat(request.getMethod().value()).isEqualTo("POST");
        assertThat(request.getUrl()).isEqualTo("/graphql");
        assertThat(request.getHeader("Content-Type")).startsWith("application/json");
        assertThat(request.getHeader("Accept"))
                .contains("application/graphql-response+json")
                .contains("application/json");
        assertThat(request.getHeader("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.getHeader("User-Agent")).isEqualTo("camel-leadiq");
        JsonNode body = json(request.getBodyAsString());
        assertThat(body.fieldNames()).toIterable().containsExactlyInAnyOrder("query", "operationName", "variables");
        assertThat(body.path("operationName").asText()).isEqualTo("SearchPeople");
        assertThat(body.path("query").asText()).startsWith("query SearchPeople($input:SearchPeopleInput!");
    }

    @Test
    void hasUserDataInVariablesOnly() {
        call(
                endpoint("searchPeople"),
                Map.of("fullName", "Ada \"} { evil Ünvented", "company", Map.of("name", "Quirkybrook")));

        JsonNode body = json(onlyRequest().getBodyAsString());
        assertThat(body.path("query").asText()).doesNotContain("evil", "nvented", "Quirkybrook");
        assertThat(body.at("/variables/input/fullName").asText()).isEqualTo("Ada \"} { evil Ünvented");
        assertThat(body.at("/variables/input/company/name").asText()).isEqualTo("Quirkybrook");
    }

    @Test
    void keepsAUsersOwnDocumentAndItsValuesApart() {
        answersJson("{\"data\":{\"usage\":{\"subscription\":{\"status\":\"ACTIVE\"}}}}");

        Exchange exchange = call(
                endpoint(
                        "graphql",
                        "query=RAW(query Mine($from: ZonedDateTime) { usage { planUsage(from: $from) { name } } })"),
                "{\"from\":\"2026-01-01T00:00:00Z\"}");

        assertThat(exchange.getException()).isNull();
        JsonNode body = json(onlyRequest().getBodyAsString());
        assertThat(body.path("query").asText()).startsWith("query Mine($from").doesNotContain("2026");
        assertThat(body.path("operationName").asText()).isEqualTo("Mine");
        assertThat(body.path("variables")).isEqualTo(json("{\"from\":\"2026-01-01T00:00:00Z\"}"));
    }

    @Test
    void carriesFixedHeadersAndTheUserAgentOfTheEndpoint() {
        searchPeople("httpHeader.X-Team=growth", "httpHeader.X-Trace=t-1", "userAgent=crm-sync/2");

        LoggedRequest request = onlyRequest();
        assertThat(request.getHeader("X-Team")).isEqualTo("growth");
        assertThat(request.getHeader("X-Trace")).isEqualTo("t-1");
        assertThat(request.getHeader("User-Agent")).isEqualTo("crm-sync/2");
    }

    @Test
    void refusesFixedHeadersThatWouldBreakTheRequest() {
        for (String header : new String[] {"Authorization", "content-length", "Host"}) {
            assertThat(catchThrowable(() -> route(endpoint("searchPeople", "httpHeader." + header + "=x"))))
                    .hasStackTraceContaining("httpHeader." + header + " cannot be set");
        }
    }

    @Test
    void carriesNoHeaderOfTheMessage() {
        call(
                endpoint("searchPeople"),
                PERSON,
                Map.of(
                        "Authorization", "Bearer of-someone-else",
                        "Cookie", "session=1",
                        "X-Custom", "internal",
                        "Content-Type", "text/plain",
                        "CamelHttpQuery", "a=b"));

        LoggedRequest request = onlyRequest();
        assertThat(request.getHeaders().keys())
                .map(String::toLowerCase)
                .containsExactlyInAnyOrder(
                        "accept",
                        "accept-encoding",
                        "authorization",
                        "connection",
                        "content-length",
                        "content-type",
                        "host",
                        "user-agent");
        assertThat(request.getHeader("Authorization")).isEqualTo("Basic " + SECRET_KEY);
        assertThat(request.getHeader("Content-Type")).startsWith("application/json");
    }

    @Test
    void letsOutWhatACustomFilterStrategyAllowsButNeverCredentialsOrOurOwnHeaders() {
        context.getRegistry().bind("open", new HeaderFilterOpenToAll());

        call(
                endpoint("searchPeople", "headerFilterStrategy=#open", "httpHeader.X-Team=growth"),
                PERSON,
                Map.of(
                        "Authorization", "Bearer of-someone-else",
                        "Proxy-Authorization", "Basic x",
                        "X-Custom", "wanted",
                        "x-team", "sales",
                        "CamelLeadIQApiKey", "not-enabled",
                        "CamelLeadIQInput", Map.of("email", EMAIL)));

        LoggedRequest request = onlyRequest();
        assertThat(request.getHeader("X-Custom")).isEqualTo("wanted");
        assertThat(request.getHeader("X-Team")).isEqualTo("sales");
        assertThat(request.getHeaders().getHeader("X-Team").values()).hasSize(1);
        assertThat(request.getHeader("Authorization")).isEqualTo("Basic " + SECRET_KEY);
        assertThat(request.getHeaders().keys())
                .map(String::toLowerCase)
                .doesNotContain("proxy-authorization", "camelleadiqapikey", "camelleadiqinput");
    }

    /** Camel's own strategies compare with regard to case or without, depending on the release. */
    @ParameterizedTest
    @ValueSource(strings = {"", "headerFilterStrategy=#open"})
    void noWayToWriteANameLetsItOut(String option) {
        context.getRegistry().bind("open", new HeaderFilterOpenToAll());

        call(
                option.isEmpty() ? endpoint("searchPeople") : endpoint("searchPeople", option),
                PERSON,
                Map.of(
                        "AUTHORIZATION", "Bearer of-someone-else",
                        "proxy-authorization", "Basic x",
                        "CONTENT-TYPE", "text/plain",
                        "camelleadiqapikey", "not-enabled",
                        "CAMELLEADIQDATAPOINTS", "email"));

        LoggedRequest request = onlyRequest();
        assertThat(request.getHeader("Authorization")).isEqualTo("Basic " + SECRET_KEY);
        assertThat(request.getHeader("Content-Type")).startsWith("application/json");
        assertThat(request.getHeaders().keys())
                .map(String::toLowerCase)
                .noneMatch(name -> name.startsWith("camel") || name.equals("proxy-authorization"));
    }

    @Test
    void cannotBeSplitByAHeaderValue() {
        context.getRegistry().bind("open", new HeaderFilterOpenToAll());

        call(
                endpoint("searchPeople", "headerFilterStrategy=#open"),
                PERSON,
                Map.of("X-Custom", "a\r\nX-Injected: yes"));

        assertThat(requests()).allSatisfy(request -> assertThat(request.containsHeader("X-Injected"))
                .isFalse());
    }

    @Test
    void asksForWhatTheMessageSaysItWants() {
        call(endpoint("searchPeople"), PERSON, Map.of("CamelLeadIQFields", "results { name { fullName } }"));

        assertThat(json(onlyRequest().getBodyAsString()).path("query").asText())
                .contains("fullName")
                .doesNotContain("totalResults", "currentPositions");
    }

    /** What a careless user may write. */
    static final class HeaderFilterOpenToAll extends DefaultHeaderFilterStrategy {
        @Override
        public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
            return false;
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.model.SearchResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

/** What a message is after a call. */
class AnswerTest extends WireTestSupport {

    private static final String PARTIAL =
            "{\"data\":{\"searchPeople\":{\"totalResults\":1,\"results\":[]}},\"errors\":[{\"message\":\"phones are late\",\"path\":[\"searchPeople\"]}]}";

    @Test
    void theBodyIsTheRecord() {
        answersJson(PEOPLE_ANSWER);

        Message message = searchPeople().getMessage();

        assertThat(message.getBody()).isInstanceOfSatisfying(SearchResult.class, result -> {
            assertThat(result.totalResults()).isEqualTo(1);
            assertThat(result.results().get(0).name().fullName()).isEqualTo("Ada Invented");
        });
        assertThat(message.getHeader("CamelLeadIQOperation")).isEqualTo("searchPeople");
        assertThat(message.getHeader("CamelLeadIQTotal")).isEqualTo(1L);
        assertThat(message.getHeader("CamelLeadIQHasMore")).isEqualTo(false);
    }

    @Test
    void theBodyIsAMapWhenThatIsWanted() {
        answersJson(PEOPLE_ANSWER);

        assertThat(searchPeople("resultType=map").getMessage().getBody())
                .asInstanceOf(map(String.class, Object.class))
                .contains(entry("totalResults", 1), entry("hasMore", false));
    }

    @Test
    void theBodyIsTheServersOwnBytesWhenThatIsWanted() {
        String own = "{ \"results\" : [ {\"x\":1.10, \"é\" : \"\\u00e9 \\\"}\"} ],\n\t\"n\": 1e400 }";
        answersJson("{\"extensions\":{}, \"data\" : {\"a\":{\"b\":[1]},\"searchPeople\" :  " + own + "  ,\"z\":2}}");

        Object body = searchPeople("resultType=json").getMessage().getBody();

        assertThat(body).isInstanceOf(byte[].class);
        assertThat(new String((byte[]) body, StandardCharsets.UTF_8)).isEqualTo(own);
    }

    @Test
    void aPlainValueIsTakenAsExactly() {
        answersJson(data("submitPersonFeedback", "\"feed-\\u0031\""));
        Map<String, Object> feedback = Map.of("value", EMAIL, "status", "Correct", "type", "WorkEmail");

        Exchange json = call(endpoint("submitPersonFeedback", "resultType=json"), feedback);
        Exchange text = call(endpoint("submitPersonFeedback"), feedback);

        assertThat(json.getException()).isNull();
        assertThat(new String(json.getMessage().getBody(byte[].class), StandardCharsets.UTF_8))
                .isEqualTo("\"feed-\\u0031\"");
        assertThat(text.getMessage().getBody()).isEqualTo("feed-1");
    }

    @Test
    void anAnswerOfNullIsANullBody() {
        answersJson(data("companyTrackingTask", "null"));

        for (String type : List.of("record", "map", "json")) {
            Exchange exchange = call(endpoint("companyTrackingTask", "id=t-1", "resultType=" + type), null);
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody()).isNull();
            assertThat(exchange.getMessage().getHeader("CamelLeadIQOperation")).isEqualTo("companyTrackingTask");
        }
    }

    @Test
    void gzippedAnswersAreUnzipped() {
        answers(aResponse()
                .withHeader("Content-Encoding", "gzip")
                .withBody(ErrorsTest.gzip(PEOPLE_ANSWER.getBytes(StandardCharsets.UTF_8))));

        assertThat(searchPeople().getMessage().getBody()).isInstanceOf(SearchResult.class);
    }

    @Test
    void anUnknownCharsetIsNoReasonToLoseAnAnswer() {
        answers(okJson(PEOPLE_ANSWER).withHeader("Content-Type", "application/json; charset=klingon"));

        assertThat(searchPeople().getMessage().getBody()).isInstanceOf(SearchResult.class);
    }

    @Test
    void partialDataFailsByDefault() {
        answersJson(PARTIAL);

        assertThat(searchPeople().getException())
                .isInstanceOf(LeadIQGraphQLException.class)
                .hasMessageContaining("partialData=keep");
    }

    @Test
    void partialDataIsKeptWithItsErrorsWhenThatIsWanted() {
        answersJson(PARTIAL);

        Exchange exchange = searchPeople("partialData=keep");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isInstanceOf(SearchResult.class);
        assertThat(exchange.getMessage().getHeader("CamelLeadIQErrors"))
                .asInstanceOf(list(GraphQLError.class))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.message()).isEqualTo("phones are late");
                    assertThat(error.pathText()).isEqualTo("searchPeople");
                });
    }

    @Test
    void thereIsNothingToKeepWhenThereIsNoData() {
        answersJson("{\"data\":{\"searchPeople\":null},\"errors\":[{\"message\":\"no\"}]}");

        assertThat(searchPeople("partialData=keep").getException()).isInstanceOf(LeadIQGraphQLException.class);
    }

    @Test
    void extensionsOfTheServerAreAHeader() {
        answersJson("{\"extensions\":{\"cost\":{\"units\":0.10}},\"data\":{\"searchPeople\":" + PEOPLE + "}}");

        assertThat(searchPeople().getMessage().getHeader("CamelLeadIQExtensions"))
                .asInstanceOf(map(String.class, Object.class))
                .containsKey("cost");
    }

    @Test
    void headersOfAnEarlierCallAreNotTakenForThoseOfALaterOne() {
        answers(
                okJson("{\"extensions\":{\"cost\":1},\"data\":{\"searchPeople\":" + PEOPLE
                        + "},\"errors\":[{\"message\":\"late\"}]}"),
                okJson(data("usage", "{\"subscription\":{\"status\":\"ACTIVE\"}}")));
        String start = route(endpoint("searchPeople", "partialData=keep"), endpoint("usage"));

        Exchange exchange =
                template.request(start, message -> message.getMessage().setBody(PERSON));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelLeadIQOperation", "usage")
                .doesNotContainKeys(
                        "CamelLeadIQTotal", "CamelLeadIQHasMore", "CamelLeadIQExtensions", "CamelLeadIQErrors");
    }

    @Test
    void otherHeadersOfTheMessageStay() {
        answersJson(PEOPLE_ANSWER);

        assertThat(call(endpoint("searchPeople"), PERSON, Map.of("mine", "kept"))
                        .getMessage()
                        .getHeader("mine"))
                .isEqualTo("kept");
    }

    @Test
    void pageHeadersOfAnOddShapeAreLeftOut() {
        answersJson(data("searchPeople", "{\"totalResults\":\"many\",\"hasMore\":{\"x\":1},\"results\":[]}"));

        Exchange exchange = searchPeople("resultType=json");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKeys("CamelLeadIQTotal", "CamelLeadIQHasMore");
    }
}

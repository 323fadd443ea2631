/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.PageState;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.document.AnswerShape;
import io.github.camelleadiq.client.internal.document.DocumentCompiler;
import io.github.camelleadiq.client.internal.schema.SchemaDialect;
import io.github.camelleadiq.client.internal.schema.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One pass over an answer finds errors, what was bought, and how much more there is. */
class AnswerReaderTest {

    private static AnswerShape shape(LeadIQOperation operation, Selection selection) {
        return new DocumentCompiler(Schemas.of(SchemaDialect.LIVE), true)
                .compile(operation, selection)
                .answer();
    }

    private static AnswerShape everything() {
        return shape(LeadIQOperation.SEARCH_PEOPLE, Selection.of(Set.of(DataPoint.values())));
    }

    private static AnswerData read(String json, AnswerShape shape) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return AnswerReader.read(new JsonSlice(bytes, 0, bytes.length), shape);
    }

    @Test
    void theWholeAnswerIsReadAtOnce() throws IOException {
        String body =
                """
                {"data":{"searchPeople":{"hasMore":true,"results":[{"id":"p1","personalEmails":[{"value":"a@example.com",
                "status":"Verified"}],"currentPositions":[{"companyInfo":{"id":"c1","domain":"example.com"}}]}],
                "totalResults":7}},"errors":[{"message":"m","path":["searchPeople"]}]}""";

        GraphQLResponse response = ResponseParser.read(
                body.getBytes(StandardCharsets.UTF_8), "searchPeople", Map.of("searchPeople", everything()));

        assertThat(response.errors()).hasSize(1);
        assertThat(response.answer().page()).isEqualTo(new PageState(7L, true, null));
        assertThat(response.answer().sales())
                .containsExactly(new Sale(true, "p1", Set.of(DataPoint.EMAIL), List.of("c1")));
        assertThat(new String(response.data().toBytes(), StandardCharsets.UTF_8))
                .startsWith("{\"hasMore\"")
                .endsWith("7}");
    }

    @Test
    void contactDataThatIsWithheldOrMissingIsNotBought() throws IOException {
        for (String emails : List.of(
                "[]",
                "null",
                "[{\"value\":\"a@example.com\",\"status\":\"Suppressed\"}]",
                "[{\"value\":\" \",\"status\":\"Verified\"}]",
                "[{\"value\":null}]")) {
            assertThat(read("{\"results\":[{\"id\":\"p\",\"personalEmails\":" + emails + "}]}", everything())
                            .sales())
                    .containsExactly(new Sale(true, "p", Set.of(), List.of()));
        }
    }

    @Test
    void eachCompanyCountsOnceAndThoseWithoutAnIdEach() throws IOException {
        String company = "{\"companyInfo\":{\"id\":%s,\"domain\":\"example.com\"}}";
        String positions = String.join(
                ",",
                company.formatted("\"c1\""),
                company.formatted("null"),
                company.formatted("\"c1\""),
                company.formatted("null"));

        assertThat(read("{\"results\":[{\"currentPositions\":[" + positions + "]}]}", everything())
                        .sales())
                .containsExactly(new Sale(true, null, Set.of(), Arrays.asList("c1", null, null)));
    }

    @Test
    void whatNobodyPaysForIsPassedOver() throws IOException {
        AnswerShape free = shape(LeadIQOperation.USAGE, Selection.DEFAULT);

        assertThat(free.isEmpty()).isTrue();
        assertThat(read("{\"planUsage\":[{\"units\":1}]}", free).sales()).isEmpty();
    }

    @Test
    void aShapeThatCannotBeCountedIsSaidAndReadToItsEnd() throws IOException {
        AnswerShape shape = shape(LeadIQOperation.MATCH_PROFILE, Selection.DEFAULT);

        AnswerData read = read("{\"people\":[{\"person\":{\"workEmails\":[{\"odd\":1}]}}]}", shape);

        assertThat(read.sales()).isNull();
        assertThat(read.json().length()).isEqualTo(read.json().bytes().length);
    }

    @Test
    void anythingElseIsReadToItsEndToo() throws IOException {
        for (String odd : List.of(
                "[]",
                "5",
                "null",
                "{\"results\":5}",
                "{\"results\":{\"id\":{\"x\":[1]}}}",
                "{\"results\":[[[{\"currentPositions\":{\"companyInfo\":[null,7,{\"id\":[]}]}}]]]}")) {
            assertThat(read(odd, everything()).json().length()).isEqualTo(odd.length());
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.PageState;
import io.github.camelleadiq.client.Paging;
import io.github.camelleadiq.client.internal.document.AnswerShape;
import io.github.camelleadiq.client.internal.graphql.AnswerData;
import io.github.camelleadiq.client.internal.graphql.AnswerReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much more there is, as far as the server says it. */
class PageStateTest {

    private static PageState read(Paging paging, String data) {
        byte[] around = ("日本{" + data + "}}").getBytes(StandardCharsets.UTF_8);
        int offset = "日本{".getBytes(StandardCharsets.UTF_8).length;
        JsonSlice json = new JsonSlice(around, offset, data.getBytes(StandardCharsets.UTF_8).length);
        try {
            AnswerData read = AnswerReader.read(json, AnswerShape.of(paging));
            assertThat(read.json()).isEqualTo(json);
            return read.page();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            textBlock =
                    """
            {"totalResults":12,"hasMore":true} | 12 | true
            {"results":[{"totalResults":5,"hasMore":false}],"hasMore":false,"totalResults":0} | 0 | false
            {"a":{"totalResults":5},"totalResults":7} | 7 | -
            {"total\\u0052esults":12,"h\\u0061sMore":true} | 12 | true
            {"totalResults":null,"hasMore":null} | - | -
            {"totalResults":12.5} | - | -
            {"totalResults":-1} | - | -
            {"totalResults":99999999999999999999999} | - | -
            {"totalResults":"12"} | 12 | -
            {"totalResults":{"x":1},"hasMore":[true]} | - | -
            {} | - | -
            [] | - | -
            "text" | - | -
            5 | - | -
            null | - | -
            """)
    void searches(String data, Long total, Boolean hasMore) {
        assertThat(read(Paging.SEARCH, data)).isEqualTo(new PageState(total, hasMore, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            textBlock =
                    """
            {"pageInfo":{"total":3,"hasNextPage":true,"endCursor":"c"}} | 3 | true | c
            {"edges":[{"pageInfo":{"total":9}}],"pageInfo":{"hasNextPage":true,"endCursor":"c1\\u00e9"}} | - | true | c1é
            {"pageInfo":{"total":3,"hasNextPage":false,"endCursor":"c"}} | 3 | false | -
            {"pageInfo":{"pageInfo":{"total":9},"total":3}} | 3 | - | -
            {"pageInfo":null} | - | - | -
            {"pageInfo":[{"total":3}]} | - | - | -
            {"pageInfo":{"endCursor":"c"}} | - | - | c
            {"edges":[]} | - | - | -
            """)
    void connections(String data, Long total, Boolean hasMore, String cursor) {
        assertThat(read(Paging.CONNECTION, data)).isEqualTo(new PageState(total, hasMore, cursor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            textBlock =
                    """
            {"items":[],"nextCursor":"n"} | true | n
            {"items":[],"nextCursor":7} | true | 7
            {"items":[],"nextCursor":null} | false | -
            {"items":[]} | - | -
            """)
    void listsWithOnlyACursor(String data, Boolean hasMore, String cursor) {
        assertThat(read(Paging.ITEMS, data)).isEqualTo(new PageState(null, hasMore, cursor));
    }

    @Test
    void pagesBelowAField() {
        assertThat(read(Paging.items("prospects"), "{\"nextCursor\":\"x\",\"prospects\":{\"nextCursor\":\"n\"}}"))
                .isEqualTo(new PageState(null, true, "n"));
        assertThat(read(
                        Paging.connection("jobChanges"),
                        "{\"pageInfo\":{\"total\":9},\"jobChanges\":{\"pageInfo\":{\"total\":2}}}"))
                .isEqualTo(new PageState(2L, null, null));
        assertThat(read(Paging.connection("jobChanges"), "{\"jobChanges\":null}"))
                .isEqualTo(new PageState(null, null, null));
    }

    @Test
    void operationsWithoutPages() {
        assertThat(read(Paging.NONE, "{\"hasMore\":true}")).isEqualTo(new PageState(null, null, null));
    }
}

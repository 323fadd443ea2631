/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.client.JsonSlice;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data of an answer is found where it stands, whatever stands around it. */
class ResponseParserTest {

    private static GraphQLResponse read(String body, String field) throws IOException {
        return ResponseParser.read(body.getBytes(StandardCharsets.UTF_8), field, Map.of());
    }

    private static String text(JsonSlice slice) {
        return slice == null ? null : new String(slice.toBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {"data":{"op":{"a":1}}} | {"a":1}
            {"data":{"op":{}}} | {}
            {"data":{"op":[]}} | []
            {"data":{"op":[1,{"op":2}]}} | [1,{"op":2}]
            {"data":{"op":null}} | null
            {"data":{"op":true}} | true
            {"data":{"op":-1.50e+3}} | -1.50e+3
            {"data":{"op":7 } } | 7
            {"data":{"op":""}} | ""
            {"data":{"op":"a\\"}\\\\"}} | "a\\"}\\\\"
            {"data":{"x":{"op":1,"data":2},"op":{"op":{"data":3}}}} | {"op":{"data":3}}
            {"data":{"\\u006fp":{"a":1}}} | {"a":1}
            {"d\\u0061ta":{"op":{"a":1}}} | {"a":1}
            {"data" : { "op" :  { "a" : 1 }  } , "errors":[] } | { "a" : 1 }
            {"errors":[],"data":{"op":{"a":1}},"extensions":{}} | {"a":1}
            {"extensions":{"data":{"op":9}},"other":{"data":1},"data":{"op":{"a":1}}} | {"a":1}
            {"data":{"op":1},"data":{"op":2}} | 2
            {"data":{"op":1,"op":2}} | 2
            {"data":{"日本":"😀é","op":{"é":"李😀"}}} | {"é":"李😀"}
            """)
    void theFieldIsTaken(String body, String expected) throws IOException {
        assertThat(text(read(body, "op").data())).isEqualTo(expected);
        assertThat(text(read("\uFEFF" + body, "op").data())).isEqualTo(expected);
        assertThat(text(read("\n " + body + " \n", "op").data())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":null}",
                "{\"data\":{}}",
                "{\"data\":{\"x\":{\"op\":1}}}",
                "{\"data\":[1]}",
                "{\"data\":5}",
                "{\"errors\":[]}",
                "{\"data\":{\"op\":1},\"data\":null}"
            })
    void thereMayBeNoSuchField(String body) throws IOException {
        assertThat(read(body, "op").data()).isNull();
        assertThat(read(body, "op").hasData()).isFalse();
    }

    @Test
    void nullIsNoData() throws IOException {
        assertThat(read("{\"data\":{\"op\":null}}", "op").hasData()).isFalse();
        assertThat(read("{\"data\":null}", null).hasData()).isFalse();
        assertThat(read("{\"data\":{\"op\":\"null\"}}", "op").hasData()).isTrue();
    }

    @Test
    void withoutAFieldTheWholeDataIsTaken() throws IOException {
        assertThat(text(read("{\"data\": {\"a\":1} }", null).data())).isEqualTo("{\"a\":1}");
    }

    @Test
    void errorsAreReadBeforeAndAfterTheData() throws IOException {
        String errors = "\"errors\":[{\"message\":\"m\",\"path\":[\"op\",0,\"a\"],\"locations\":[],"
                + "\"extensions\":{\"response\":{\"status\":429},\"x\":null}}]";
        for (String body : List.of("{\"data\":{\"op\":{}}," + errors + "}", "{" + errors + ",\"data\":{\"op\":{}}}")) {
            GraphQLResponse envelope = read(body, "op");
            assertThat(text(envelope.data())).isEqualTo("{}");
            assertThat(envelope.errors()).singleElement().satisfies(error -> {
                assertThat(error.message()).isEqualTo("m");
                assertThat(error.pathText()).isEqualTo("op[0].a");
                assertThat(error.status()).hasValue(429);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            [{}] | no message
            ["text"] | text
            [{"message":5}] | 5
            [{"message":null,"path":"x","extensions":[]}] | no message
            [[]] | no message
            """)
    void errorsOfAnyShapeAreErrors(String errors, String message) throws IOException {
        assertThat(read("{\"errors\":" + errors + "}", "op").errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.message()).isEqualTo(message);
                    assertThat(error.path()).isEmpty();
                    assertThat(error.extensions()).isEmpty();
                    assertThat(error.status()).isEmpty();
                });
    }

    @Test
    void extensionsAreReadIfTheyAreAnObject() throws IOException {
        assertThat(read("{\"data\":{},\"extensions\":{\"cost\":1.10,\"none\":null}}", "op")
                        .extensions())
                .hasToString("{cost=1.10, none=null}");
        for (String other : List.of("null", "[{\"a\":1}]", "5", "\"x\"", "{}")) {
            assertThat(read("{\"extensions\":" + other + ",\"data\":{\"op\":1}}", "op"))
                    .satisfies(envelope -> assertThat(envelope.extensions()).isEqualTo(Map.of()))
                    .satisfies(envelope -> assertThat(text(envelope.data())).isEqualTo("1"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "5",
                "\"data\"",
                "{}",
                "{\"other\":1}",
                "{\"extensions\":{}}",
                "{\"data\":{\"op\":{\"a\":1}}",
                "{\"data\":{\"op\":{\"a\":",
                "{\"data\":{\"op\":\"a",
                "{\"data\":{\"op\":1}} x",
                "{\"data\":{\"op\":1}}{\"data\":{\"op\":2}}",
                "{\"data\":{\"op\":tru}}",
                "<html></html>"
            })
    void whatIsNoAnswerIsRefused(String body) {
        assertThatThrownBy(() -> read(body, "op")).isInstanceOf(IOException.class);
    }

    @Test
    void otherEncodingsAreRefused() {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            assertThatThrownBy(() ->
                            ResponseParser.read("{\"data\":{\"op\":{\"a\":1}}}".getBytes(charset), "op", Map.of()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aVeryDeepAnswerIsRefusedRatherThanFatal() {
        String deep = "{\"data\":{\"op\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
        assertThatThrownBy(() -> read(deep, "op")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{\"errors\":" + "[".repeat(100_000), "op"))
                .isInstanceOf(IOException.class);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.model.NameInfo;
import io.github.camelleadiq.model.SearchPeopleInput;
import io.github.camelleadiq.model.SearchResult;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records, JSON and Maps become each other; nothing else is touched. */
class LeadIQConvertersTest {

    private static final String JSON =
            "{\"totalResults\":1,\"hasMore\":false,\"results\":[{\"name\":{\"fullName\":\"Zoë 李\"}}]}";

    private CamelContext context;
    private TypeConverter converter;
    private Exchange exchange;

    @BeforeEach
    void start() {
        context = new DefaultCamelContext();
        context.start();
        converter = context.getTypeConverter();
        exchange = new DefaultExchange(context);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    static Stream<Object> sources() {
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                JSON,
                new StringBuilder(JSON),
                bytes,
                new ByteArrayInputStream(bytes),
                new InputStreamCache(bytes),
                Map.of(
                        "totalResults",
                        1,
                        "hasMore",
                        false,
                        "results",
                        List.of(Map.of("name", Map.of("fullName", "Zoë 李")))));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aRecordIsReadFromJsonAndMaps(Object source) {
        exchange.setProperty(Exchange.CHARSET_NAME, "ISO-8859-1");

        SearchResult result = converter.convertTo(SearchResult.class, exchange, source);

        assertThat(result.results().get(0).name().fullName()).isEqualTo("Zoë 李");
    }

    @Test
    void noExchangeIsNeededForTextAndBytes() {
        assertThat(converter.convertTo(SearchResult.class, JSON).totalResults()).isEqualTo(1);
        assertThat(converter
                        .convertTo(SearchResult.class, JSON.getBytes(StandardCharsets.UTF_8))
                        .totalResults())
                .isEqualTo(1);
    }

    @Test
    void aRecordIsWrittenAsJsonAndMap() throws Exception {
        SearchPeopleInput input =
                SearchPeopleInput.builder().fullName("Zoë 李").limit(3).build();
        String json = "{\"limit\":3,\"fullName\":\"Zoë 李\"}";

        assertThat(converter.mandatoryConvertTo(String.class, exchange, input)).isEqualTo(json);
        assertThat(converter.mandatoryConvertTo(byte[].class, exchange, input))
                .isEqualTo(json.getBytes(StandardCharsets.UTF_8));
        try (InputStream stream = converter.mandatoryConvertTo(InputStream.class, exchange, input)) {
            assertThat(stream).hasBinaryContent(json.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(converter.mandatoryConvertTo(Map.class, exchange, input))
                .isEqualTo(Map.of("limit", 3, "fullName", "Zoë 李"));
    }

    @Test
    void routesConvertBodies() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").convertBodyTo(SearchResult.class).convertBodyTo(Map.class);
            }
        });
        try (ProducerTemplate template = context.createProducerTemplate()) {
            assertThat(template.requestBody("direct:in", JSON, Map.class)).containsEntry("totalResults", 1);
        }
    }

    @Test
    void otherTypesAreNotTouched() throws Exception {
        assertThat(converter.mandatoryConvertTo(Integer.class, exchange, "5")).isEqualTo(5);
        assertThat(converter.mandatoryConvertTo(String.class, exchange, 5)).isEqualTo("5");
        assertThat(converter.mandatoryConvertTo(String.class, exchange, new byte[] {'a'}))
                .isEqualTo("a");
        assertThatThrownBy(() -> converter.mandatoryConvertTo(Map.class, exchange, "{\"a\":1}"))
                .isInstanceOf(NoTypeConversionAvailableException.class);
        assertThatThrownBy(() -> converter.mandatoryConvertTo(Date.class, exchange, new Object()))
                .isInstanceOf(NoTypeConversionAvailableException.class);
    }

    @Test
    void whatIsNoRecordFailsAsConversionsFail() {
        List<Object> wrong = List.of(
                "no JSON",
                "[1]",
                "null",
                "",
                "{\"results\":5}",
                Map.of("results", "text"),
                Map.of("totalResults", Map.of()));
        assertThat(wrong).allSatisfy(value -> assertThatThrownBy(
                        () -> converter.mandatoryConvertTo(SearchResult.class, exchange, value))
                .isInstanceOf(TypeConversionException.class));
        // afterwards: Camel 4.14 takes a failed try for a missing converter, and asks no more for the pair of classes
        assertThat(wrong).allSatisfy(value -> assertThat(converter.tryConvertTo(SearchResult.class, exchange, value))
                .isNull());
        assertThatThrownBy(() -> converter.mandatoryConvertTo(
                        Integer.class, exchange, SearchPeopleInput.builder().build()))
                .isInstanceOf(NoTypeConversionAvailableException.class);
        assertThatThrownBy(() -> converter.mandatoryConvertTo(
                        NameInfo.class, exchange, SearchPeopleInput.builder().build()))
                .isInstanceOf(NoTypeConversionAvailableException.class);
    }
}

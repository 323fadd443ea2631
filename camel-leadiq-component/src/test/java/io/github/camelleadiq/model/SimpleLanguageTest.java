/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Language;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A route author reads a result without a line of Java. */
class SimpleLanguageTest {
    private static final String RESULT =
            """
            {
              "totalResults": 1,
              "hasMore": false,
              "notYetKnown": {"a": 1},
              "results": [{
                "_id": "p1",
                "name": {"first": "Ada", "fullName": "Ada Example"},
                "currentPositions": [{
                  "title": "Engineer",
                  "function": "Engineering",
                  "emails": [
                    {"type": "WorkEmail", "status": "VerifiedTwice", "value": "ada@example.com",
                     "updatedAt": 1772273730123}
                  ],
                  "companyInfo": {"source": "c1", "name": "Example Ltd"}
                }],
                "pastPositions": null,
                "personalEmails": [null]
              }]
            }
            """;

    private final CamelContext context = new DefaultCamelContext();
    private Language simple;
    private Exchange exchange;

    @BeforeEach
    void readResult() throws JsonProcessingException {
        context.start();
        simple = context.resolveLanguage("simple");
        exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(new ObjectMapper().readValue(RESULT, SearchResult.class));
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "${body.totalResults}, 1",
        "${body.hasMore}, false",
        "${body.results[0].id}, p1",
        "${body.results[0].name.fullName}, Ada Example",
        "${body.results[0].currentPositions[0].function}, Engineering",
        "${body.results[0].currentPositions[0].companyInfo.id}, c1",
        "${body.results[0].currentPositions[0].emails[0].value}, ada@example.com",
        "${body.results[0].currentPositions[0].emails[0].type}, WorkEmail",
        "${body.results[0].currentPositions[0].emails[0].status}, VerifiedTwice",
        "${body.results[0].currentPositions[0].emails[0].status.value}, VerifiedTwice",
        "${body.results[0].currentPositions[0].emails[0].status.isKnown}, false",
        "${body.results[0].currentPositions[0].emails[0].updatedAt}, 2026-02-28T10:15:30.123Z",
        "${body.results[0].currentPositions[0].phones.size}, 0",
        "${body.results[0].pastPositions.size}, 0",
        "${body.results[0].personalEmails.size}, 1",
        "${body.results.size}, 1",
    })
    void expressions(String expression, String expected) {
        assertThat(simple.createExpression(expression).evaluate(exchange, String.class))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${body.results[0].currentPositions[0].emails[0].type} == 'WorkEmail'",
                "${body.results[0].currentPositions[0].emails[0].status} == 'VerifiedTwice'",
                "${body.results[0].currentPositions[0].emails[0].status} != 'Verified'",
                "${body.results[0].currentPositions[0].emails[0].status.value} in 'Verified,VerifiedTwice'",
                "${body.results[0].location} == null",
            })
    void predicates(String predicate) {
        assertThat(simple.createPredicate(predicate).matches(exchange)).isTrue();
    }

    @Test
    void unknownValueIsWrittenAsItCame() throws JsonProcessingException {
        assertThat(new ObjectMapper().writeValueAsString(exchange.getMessage().getBody()))
                .contains("\"status\":\"VerifiedTwice\"")
                .contains("\"updatedAt\":\"2026-02-28T10:15:30.123Z\"")
                .contains("\"personalEmails\":[null]");
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lookups are the same, and what an answer can be erased by. */
class NormalisationTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"email\":\"Ada@Example.com \"} | {\"email\":\"ada@example.com\"}",
                "{\"fullName\":\"ADA  Sample\"} | {\"fullName\":\"ada sample\"}",
                "{\"fullName\":\"Ada Sample\"} | {\"fullName\":\"Ada\u00a0Sample\"}",
                "{\"firstName\":\"Jos\u00e9\"} | {\"firstName\":\"Jose\u0301\"}",
                "{\"linkedinUrl\":\"HTTPS://WWW.LinkedIn.com/in/ada-x/?a=b#c\"} | {\"linkedinUrl\":\"linkedin.com/in/ada-x\"}",
                "{\"linkedinUrl\":\"http://linkedin.com/in/ada-x///\"} | {\"linkedinUrl\":\"www.linkedin.com/in/ada-x\"}",
                "{\"phone\":\"+1 (555) 010-0100\"} | {\"phone\":\"+15550100100\"}",
                "{\"a\":1,\"company\":{\"domain\":\"X.example\",\"name\":null}} | {\"company\":{\"domain\":\"x.example\"},\"a\":1}",
                "{\"profileFilter\":[\"B\",\"A\",\"B\"]} | {\"profileFilter\":[\"A\",\"B\"]}"
            })
    void sameLookup(String one, String other) {
        assertThat(normalised(one)).isEqualTo(normalised(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"fullName\":\"Jose\"} | {\"fullName\":\"Jos\u00e9\"}",
                "{\"fullName\":\"Ada Sample\"} | {\"fullName\":\"AdaSample\"}",
                "{\"email\":\"ada.sample@example.com\"} | {\"email\":\"adasample@example.com\"}",
                "{\"email\":\"ada+x@example.com\"} | {\"email\":\"ada@example.com\"}",
                "{\"linkedinUrl\":\"linkedin.com/in/ACoAAB\"} | {\"linkedinUrl\":\"linkedin.com/in/ACoAAb\"}",
                "{\"linkedinUrl\":\"linkedin.com/company/ada\"} | {\"linkedinUrl\":\"linkedin.com/in/ada\"}",
                "{\"linkedinUrl\":\"https://example.com/?u=1\"} | {\"linkedinUrl\":\"https://example.com/?u=2\"}",
                "{\"linkedinUrl\":\"https://www.linkedin.com/profile/view?id=1\"} | {\"linkedinUrl\":\"https://www.linkedin.com/profile/view?id=2\"}",
                "{\"id\":\"aB\"} | {\"id\":\"ab\"}",
                "{\"email\":\"a@example.com\",\"skip\":10} | {\"email\":\"a@example.com\"}",
                "{\"company\":{\"domain\":\"x.example\",\"strict\":true}} | {\"company\":{\"domain\":\"x.example\"}}",
                "{\"firstName\":\"Ada\"} | {\"lastName\":\"Ada\"}"
            })
    void differentLookup(String one, String other) {
        assertThat(normalised(one)).isNotEqualTo(normalised(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.com, ada@example.com",
        "https://uk.linkedin.com/in/Ada-X/?a=b, https://www.linkedin.com/in/ada-x",
        "+1 (555) 010-0100, 15550100100",
        "P-1, p-1"
    })
    void erasesByAnySpelling(String given, String contained) {
        JsonNode answer = MAPPER.createObjectNode().put("value", contained);

        assertThat(Identifiers.in(answer)).containsAnyElementsOf(Identifiers.formsOf(given));
    }

    @Test
    void erasesAnAddressAlsoWhereItWasGivenByItsHash() {
        JsonNode input = MAPPER.createObjectNode()
                .put("hashedEmail", "B5FC85E55755F9E0D030A10AB4429B6B2944855F9A0D60077FE832BECBC41D72");

        assertThat(Identifiers.in(input)).containsAnyElementsOf(Identifiers.formsOf("Ada@example.com"));
    }

    private static JsonNode normalised(String json) {
        try {
            return NormalisedInput.of(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

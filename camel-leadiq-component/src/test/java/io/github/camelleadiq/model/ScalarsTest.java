/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "'\"2026-02-28T10:15:30+01:00\"', 2026-02-28T10:15:30+01:00",
        "'\"2026-02-28T10:15:30.123456789Z\"', 2026-02-28T10:15:30.123456789Z",
        "'\"2026-07-28T10:15:30+02:00[Europe/Paris]\"', '2026-07-28T10:15:30+02:00[Europe/Paris]'",
        "'\"2026-02-28T10:15Z\"', 2026-02-28T10:15:00Z",
        "'\"2026-02-28T10:15:30Z\"', 2026-02-28T10:15:30Z",
        "'\"2026-02-28T10:15:30.5Z\"', 2026-02-28T10:15:30.500Z",
        "'\"2026-02-28T10:15:30.070Z\"', 2026-02-28T10:15:30.070Z",
        "'\"2026-02-28T10:15:30.07+00:00\"', 2026-02-28T10:15:30.070Z",
        "1772273730123, 2026-02-28T10:15:30.123Z",
        "'\"1772273730123\"', 2026-02-28T10:15:30.123Z",
        "-1, 1969-12-31T23:59:59.999Z",
    })
    void momentsAreReadAsTextAndAsEpochMilliseconds(String json, String expected) throws JsonProcessingException {
        ZonedDateTime moment = ZonedDateTime.parse(expected);

        assertThat(read("{\"time\":%s}".formatted(json), RegeneratedTimeResult.class)
                        .time())
                .usingDefaultComparator()
                .isEqualTo(moment);
        assertThat(read("{\"createdAt\":%s}".formatted(json), CompanyTrackingTask.class)
                        .createdAt())
                .isEqualTo(moment.toInstant());
    }

    @Test
    void momentsAndDatesAreWrittenAsIsoText() throws JsonProcessingException {
        ZonedDateTime moment = ZonedDateTime.parse("2026-07-28T10:00:00+02:00[Europe/Paris]");

        assertThat(mapper.writeValueAsString(new RegeneratedTimeResult(moment)))
                .isEqualTo("{\"time\":\"2026-07-28T10:00:00+02:00\"}");
        assertThat(mapper.writeValueAsString(
                        ApiPersonFeedback.builder().lastSeen(moment).build()))
                .isEqualTo("{\"lastSeen\":\"2026-07-28T10:00:00+02:00\"}");
        assertThat(mapper.valueToTree(read(
                                "{\"createdAt\":0,\"jobStartDateFrom\":\"2026-02-28\"}", CompanyTrackingTask.class))
                        .toString())
                .contains("\"createdAt\":\"1970-01-01T00:00:00Z\"", "\"jobStartDateFrom\":\"2026-02-28\"");
    }

    @ParameterizedTest
    @CsvSource({"time, RegeneratedTimeResult", "createdAt, CompanyTrackingTask", "jobStartDateFrom, CompanyTrackingTask"
    })
    void malformedDatesFailWithoutShowingTheValue(String field, String typeName) throws ClassNotFoundException {
        Class<?> type = Class.forName("io.github.camelleadiq.model." + typeName);

        for (String value : List.of("\"born 1 May 1970\"", "true", "1.5", "{\"born\":1}", "\"99999999999999999999\"")) {
            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> read("{\"%s\":%s}".formatted(field, value), type))
                    .withMessageContaining("ISO-8601")
                    .withMessageContaining("[\"%s\"]".formatted(field))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("born", "9999"));
        }
    }

    @Test
    void datesAreExact() throws JsonProcessingException {
        assertThat(read("{\"startDate\":\"2024-02-29\"}", Position.class).startDate())
                .isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 9223372036854775807",
        "'\"9007199254740993\"', 9007199254740993",
        "9007199254740993.0, 9007199254740993"
    })
    void longsAreExact(String json, long expected) throws JsonProcessingException {
        assertThat(read("{\"start\":%s}".formatted(json), RevenueRange.class).start())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"many\"", "9223372036854775808", "1e999999999", "true", "[]"})
    void whatIsNoWholeNumberFails(String json) {
        for (String field : List.of("start", "end")) {
            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> read("{\"%s\":%s}".formatted(field, json), RangeFilter.class))
                    .withMessageContaining("Not a Long")
                    .withMessageContaining("[\"%s\"]".formatted(field));
        }
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> read("{\"min\":%s}".formatted(json), CompanySizeFilter.class))
                .withMessageContaining("Not an Integer");
    }

    @Test
    void longestTextIsRefusedAtOnce() {
        String json = "{\"start\":\"%s\"}".formatted("9".repeat(5_000_000));

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> read(json, RangeFilter.class)));
    }

    @Test
    void decimalsAreExact() throws JsonProcessingException {
        String digits = "0.1000000000000000000000000000000000010";

        DataPointCost cost = read("{\"costInDecimals\":%s}".formatted(digits), DataPointCost.class);

        assertThat(cost.costInDecimals()).isEqualTo(new BigDecimal(digits));
        assertThat(mapper.writeValueAsString(cost)).contains(digits);
    }

    @Test
    void decimalsWithinUnionsAreExact() throws JsonProcessingException {
        Account account = read(
                """
                {"plans":[{"costs":[{"costs":[{"costInDecimals":0.10000000000000000001}]}],"__typename":"UniversalPlan"}]}
                """,
                Account.class);

        assertThat(((UniversalPlan) account.plans().get(0))
                        .costs()
                        .get(0)
                        .costs()
                        .get(0)
                        .costInDecimals())
                .isEqualTo(new BigDecimal("0.10000000000000000001"));
    }

    @Test
    void jsonValuesAreExact() throws JsonProcessingException {
        String json =
                """
                {"customData":{"a":[1,9007199254740993,123456789012345678901234567890,0.10000000000000000001,null,true,"x"],"b":{}}}""";

        AddTrackedCompanyInput company = read(json, AddTrackedCompanyInput.class);

        assertThat(company.customData())
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(
                                1,
                                9_007_199_254_740_993L,
                                new BigInteger("123456789012345678901234567890"),
                                new BigDecimal("0.10000000000000000001"),
                                null,
                                true,
                                "x"),
                        "b",
                        Map.of()));
        assertThat(mapper.writeValueAsString(company)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({"12345678901234567890123, 12345678901234567890123", "1.10, 1.10", "'\"007\"', 007"})
    void identifiersAndCursorsKeepTheirText(String json, String expected) throws JsonProcessingException {
        assertThat(read("{\"id\":%s}".formatted(json), TrackedCompany.class).id())
                .isEqualTo(expected);
        assertThat(read("{\"endCursor\":%s}".formatted(json), PageInfo.class).endCursor())
                .isEqualTo(expected);
    }

    @Test
    void instantsKeepNanoseconds() throws JsonProcessingException {
        Instant instant = Instant.parse("2026-02-28T10:15:30.123456789Z");

        assertThat(read("{\"timeoutAt\":\"%s\"}".formatted(instant), CompanyTrackingTask.class)
                        .timeoutAt())
                .isEqualTo(instant);
    }

    private <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return mapper.readValue(json, type);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.client.credit.PriceList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a server that does not tell its prices is asked for them. */
class CurrentPricesTest {

    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");

    private final AtomicInteger questions = new AtomicInteger();

    static Stream<LeadIQException> passing() {
        return Stream.of(
                new LeadIQTransportException("account", "no answer", true, null),
                new LeadIQServerException("account", 503, "HTTP 503", null),
                new LeadIQRateLimitException("account", "HTTP 429", null));
    }

    static Stream<LeadIQException> lasting() {
        return Stream.of(
                new LeadIQInvalidRequestException("account", "account", "is not on this server"),
                new LeadIQGraphQLException("account", "forbidden", List.of(), null));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aQuestionThatFailedIsRepeatedSoon(LeadIQException failure) {
        CurrentPrices prices = prices(failure);

        ask(prices, Duration.ZERO);
        ask(prices, Duration.ofSeconds(59));
        assertThat(questions).hasValue(1);

        ask(prices, Duration.ofSeconds(61));
        assertThat(questions).hasValue(2);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void aServerThatDoesNotTellIsNotAskedAllDay(LeadIQException refusal) {
        CurrentPrices prices = prices(refusal);

        ask(prices, Duration.ZERO);
        ask(prices, Duration.ofHours(23));
        assertThat(questions).hasValue(1);

        ask(prices, Duration.ofHours(25));
        assertThat(questions).hasValue(2);
    }

    private CurrentPrices prices(LeadIQException failure) {
        return new CurrentPrices(PriceList.PUBLISHED, true, new Balance((operation, arguments, options) -> {
            questions.incrementAndGet();
            return CompletableFuture.failedFuture(failure);
        }));
    }

    private static void ask(CurrentPrices prices, Duration later) {
        assertThat(prices.told("account", null, START.plus(later))).isCompletedWithValue(PriceList.PUBLISHED);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQTransportException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an account that says nothing of its balance is taken to have. */
class BalanceTest {

    static Stream<LeadIQException> silence() {
        return Stream.of(
                new LeadIQInvalidRequestException("usage", "usage", "is not on this server"),
                new LeadIQGraphQLException("usage", "forbidden", List.of(), null),
                new LeadIQAuthenticationException("usage", "HTTP 403"));
    }

    static Stream<LeadIQException> noWord() {
        return Stream.of(
                new LeadIQTransportException("usage", "no answer", true, null),
                new LeadIQInsufficientCreditsException("usage", "HTTP 402"));
    }

    @ParameterizedTest
    @MethodSource("silence")
    void aServerThatDoesNotTellIsTakenToHaveCredits(LeadIQException refusal) {
        assertThat(hasCredits(refusal)).isCompletedWithValue(true);
    }

    @ParameterizedTest
    @MethodSource("noWord")
    void aQuestionThatWasNotAnsweredSaysNothing(LeadIQException failure) {
        assertThat(hasCredits(failure)).isCompletedExceptionally();
    }

    private static CompletableFuture<Boolean> hasCredits(LeadIQException failure) {
        return new Balance((operation, arguments, options) -> CompletableFuture.failedFuture(failure)).hasCredits(null);
    }
}

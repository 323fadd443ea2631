/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StopRuleTest {

    private static final String OPERATION = "searchPeople";

    private final StopRule stop = new StopRule();

    static Stream<Exception> hopeless() {
        return Stream.of(
                new LeadIQAuthenticationException(OPERATION, "refused"),
                new LeadIQInsufficientCreditsException(OPERATION, "used up"),
                new LeadIQTransportException(OPERATION, "refused", false, null),
                new IllegalStateException("a fault of the program"));
    }

    static Stream<Exception> perhapsOfOneRow() {
        return Stream.of(
                new LeadIQServerException(OPERATION, 502, "failed", null),
                new LeadIQTransportException(OPERATION, "reset", true, null),
                new LeadIQProtocolException(OPERATION, "not JSON", null));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void stopsAtOnceWhereAllRowsWouldFail(Exception failure) {
        stop.answered();
        stop.failed(failure);

        assertThat(stop.reason()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("perhapsOfOneRow")
    void stopsAfterTenFailuresInARow(Exception failure) {
        stop.answered();
        fail(9, failure);
        stop.answered();
        fail(9, failure);
        assertThat(stop.reason()).isEmpty();

        fail(1, failure);

        assertThat(stop.reason())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("10 lookups in a row failed"));
    }

    @Test
    void stopsAtTheFirstFailureToReachAnythingThatAnswersLikeLeadIQ() {
        stop.failed(new LeadIQProtocolException(OPERATION, "not JSON", null));

        assertThat(stop.reason()).isPresent();
    }

    @Test
    void rowsThatCannotBeAskedForDoNotStopIt() {
        fail(50, new LeadIQInvalidRequestException(OPERATION, "input.email", "is wrong"));

        assertThat(stop.reason()).isEmpty();
    }

    private void fail(int times, Exception failure) {
        for (int i = 0; i < times; i++) {
            stop.failed(failure);
        }
    }
}

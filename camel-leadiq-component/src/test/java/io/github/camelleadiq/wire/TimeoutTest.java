/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Every wait has an end, and that end is a transport failure. */
class TimeoutTest extends WireTestSupport {

    private static final int HANG = 20_000;

    @Test
    void theResponseTimeoutEndsTheWaitForAnAnswer() {
        answers(okJson(PEOPLE_ANSWER).withFixedDelay(HANG));

        Exchange exchange = searchPeople("responseTimeout=150");

        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        LeadIQTransportException.class,
                        failure -> assertThat(failure.mayHaveBeenProcessed()).isTrue());
        assertThat(requests()).hasSize(1);
    }

    @Test
    void theResponseTimeoutEndsAnAnswerThatStandsStill() {
        answers(okJson(PEOPLE_ANSWER).withChunkedDribbleDelay(2, HANG));

        assertThat(searchPeople("responseTimeout=150").getException()).isInstanceOf(LeadIQTransportException.class);
    }

    @Test
    void theRequestTimeoutEndsAnAnswerThatTrickles() {
        answers(okJson(PEOPLE_ANSWER).withChunkedDribbleDelay(50, HANG));

        assertThat(searchPeople("responseTimeout=10000", "requestTimeout=300").getException())
                .isInstanceOf(LeadIQTransportException.class)
                .hasMessageContaining("requestTimeout");
    }

    @Test
    void theRequestTimeoutHoldsWhileWaitingToRepeat() {
        answers(status(503));
        Instant start = Instant.now();

        Exchange exchange = searchPeople("requestTimeout=300", "retryDelay=15000", "maxRetryDelay=15000");

        assertThat(exchange.getException())
                .isInstanceOf(LeadIQTransportException.class)
                .hasMessageContaining("requestTimeout")
                .hasCauseInstanceOf(LeadIQServerException.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aMutationThatWasOnlyEverRefusedWasNotProcessed() {
        answers(status(429));

        assertThat(cancelTask("requestTimeout=300", "retryDelay=15000", "maxRetryDelay=15000")
                        .getException())
                .isInstanceOfSatisfying(
                        LeadIQTransportException.class,
                        failure -> assertThat(failure.mayHaveBeenProcessed()).isFalse());
    }

    @Test
    void theLeaseTimeoutEndsTheWaitForAConnection() throws Exception {
        answers(okJson(PEOPLE_ANSWER).withFixedDelay(HANG));
        String start = route(endpoint(
                "searchPeople", "maxConnections=1", "leaseTimeout=200", "requestTimeout=2000", "maxRetries=0"));
        Future<Exchange> holding = send(start, 1);
        await().until(() -> requests().size() == 1);

        Exchange waiting = send(start, 2).get(1, TimeUnit.SECONDS);

        assertThat(waiting.getException()).isInstanceOfSatisfying(LeadIQTransportException.class, failure -> assertThat(
                        failure.mayHaveBeenProcessed())
                .isFalse());
        assertThat(requests()).hasSize(1);
        assertThat(holding.get().getException()).isInstanceOf(LeadIQTransportException.class);
    }

    @Test
    void aRequestGivenUpFreesItsConnection() {
        answers(okJson(PEOPLE_ANSWER).withFixedDelay(HANG), okJson(PEOPLE_ANSWER));
        String start = route(endpoint("searchPeople", "maxConnections=1", "requestTimeout=10000", "maxRetries=0"));

        Exchange first =
                template.request(start, exchange -> exchange.getMessage().setBody(PERSON));
        Exchange second =
                template.request(start, exchange -> exchange.getMessage().setBody(PERSON));

        assertThat(first.getException()).isInstanceOf(LeadIQTransportException.class);
        assertThat(second.getException()).isNull();
    }

    @Test
    void aRequestGivenUpFreesAConnectionThatWasUsedBefore() {
        answers(okJson(PEOPLE_ANSWER), okJson(PEOPLE_ANSWER).withFixedDelay(HANG), okJson(PEOPLE_ANSWER));
        String start = route(endpoint("searchPeople", "maxConnections=1", "requestTimeout=10000", "maxRetries=0"));

        List<Exception> failures = Stream.generate(() -> template.request(
                                start, exchange -> exchange.getMessage().setBody(PERSON))
                        .getException())
                .limit(3)
                .toList();

        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(LeadIQTransportException.class);
        assertThat(failures.get(2)).isNull();
    }

    private Future<Exchange> send(String start, int number) {
        return template.asyncSend(start, exchange -> exchange.getMessage().setBody(person(number)));
    }
}

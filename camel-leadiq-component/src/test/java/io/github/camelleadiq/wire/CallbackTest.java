/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever happens, an exchange is called back once. */
class CallbackTest extends WireTestSupport {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void afterAnAnswer() throws Exception {
        answersJson(PEOPLE_ANSWER);

        Outcome outcome = process(endpoint("searchPeople"), PERSON);

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException()).isNull();
    }

    @Test
    void afterRepetitions() throws Exception {
        answers(status(503), status(429), okJson(PEOPLE_ANSWER));

        Outcome outcome = process(endpoint("searchPeople"), PERSON);

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException()).isNull();
    }

    @Test
    void afterAFailureThatLasts() throws Exception {
        answers(status(503));

        Outcome outcome = process(endpoint("searchPeople", "maxRetries=2"), PERSON);

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException()).isInstanceOf(LeadIQServerException.class);
    }

    @Test
    void forAnInvalidRequestAtOnce() throws Exception {
        Outcome outcome = process(endpoint("searchPeople"), Map.of("emial", EMAIL));

        outcome.isCalledBackOnceBeforeReturning();
        assertThat(outcome.exchange.getException()).isInstanceOf(LeadIQInvalidRequestException.class);
        assertThat(requests()).isEmpty();
    }

    @Test
    void forABodyThatCannotEvenBeRead() throws Exception {
        Outcome outcome = process(endpoint("searchPeople"), new Object() {
            @SuppressWarnings("unused")
            public String getEmail() {
                throw new IllegalStateException("broken bean");
            }
        });

        outcome.isCalledBackOnceBeforeReturning();
        assertThat(outcome.exchange.getException()).isInstanceOf(LeadIQInvalidRequestException.class);
    }

    @Test
    void whenTheConnectionIsLost() throws Exception {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        Outcome outcome = process(endpoint("searchPeople"), PERSON);

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException()).isInstanceOf(LeadIQTransportException.class);
    }

    @Test
    void whenTheResponseTimesOut() throws Exception {
        answers(okJson(PEOPLE_ANSWER).withFixedDelay(1_500));

        Outcome outcome = process(endpoint("searchPeople", "responseTimeout=100"), PERSON);

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException()).isInstanceOf(LeadIQTransportException.class);
    }

    @Test
    void whenTheRequestTimesOutAndNotAgainWhenTheAnswerComesAfterAll() throws Exception {
        answers(okJson(PEOPLE_ANSWER).withFixedDelay(500));

        Outcome outcome = process(endpoint("searchPeople", "requestTimeout=200"), PERSON);

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException())
                .isInstanceOf(LeadIQTransportException.class)
                .hasMessageContaining("requestTimeout");
        // the answer comes, and nobody waits for it any more
        await().during(Duration.ofMillis(600)).atMost(SOON).until(() -> outcome.calls.size() == 1);
        assertThat(outcome.exchange.getMessage().getBody()).isSameAs(PERSON);
    }

    @Test
    void whenTheAnswerCannotBeDecoded() throws Exception {
        answersJson(data("searchPeople", "{\"results\":{\"not\":\"a list\"}}"));

        Outcome outcome = process(endpoint("searchPeople"), PERSON);

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException()).isInstanceOf(LeadIQProtocolException.class);
    }

    @Test
    void whenTheContextStopsWhileARequestHangs() throws Exception {
        answers(okJson(PEOPLE_ANSWER).withFixedDelay(60_000));
        Outcome outcome = process(endpoint("searchPeople"), PERSON);
        await().until(() -> requests().size() == 1);

        context.stop();

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException())
                .isInstanceOfSatisfying(
                        LeadIQTransportException.class,
                        failure -> assertThat(failure.mayHaveBeenProcessed()).isTrue())
                .hasMessageContaining("closed");
    }

    @Test
    void whenTheContextStopsWhileARepetitionWaits() throws Exception {
        answers(status(503));
        Outcome outcome = process(endpoint("searchPeople", "retryDelay=60000", "maxRetryDelay=60000"), PERSON);
        await().until(() -> requests().size() == 1);

        context.stop();

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException()).isInstanceOf(LeadIQTransportException.class);
    }

    @Test
    void whenTheContextStopsWhileTheSchemaIsAskedFor() throws Exception {
        answers(okJson("{}").withFixedDelay(60_000));
        Outcome outcome = process(endpoint("searchPeople", "schemaCheck=auto"), PERSON);
        await().until(() -> requests().size() == 1);

        context.stop();

        outcome.isCalledBackOnceLater();
        assertThat(outcome.exchange.getException()).isInstanceOf(LeadIQTransportException.class);
    }

    @Test
    void whenTheWorkersAreGoneBeforeTheSchemaIsGivenUp() throws Exception {
        answers(okJson("{}").withFixedDelay(60_000));
        Outcome outcome = process(endpoint("searchPeople", "schemaCheck=auto"), PERSON);
        await().until(() -> requests().size() == 1);
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelleadiq.client.internal.schema.ServerSchemas");
        LeadIQComponent component = context.getComponent("leadiq", LeadIQComponent.class);
        AppenderBase<ILoggingEvent> slow = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                await().atMost(SOON).until(component::isStopped);
            }
        };
        slow.start();
        logger.addAppender(slow);
        try {
            component.stop();
        } finally {
            outcome.isCalledBackOnceLater();
            logger.detachAppender(slow);
        }
    }

    @Test
    void aRouteDoesNotHoldUpTheEndOfItsContextForLongerThanItsShutdownTimeout() throws Exception {
        context.getShutdownStrategy().setTimeout(1);
        answers(okJson(PEOPLE_ANSWER).withFixedDelay(60_000));
        String start = route(endpoint("searchPeople"));
        Future<Exchange> exchange =
                template.asyncSend(start, message -> message.getMessage().setBody(PERSON));
        await().until(() -> requests().size() == 1);

        context.stop();

        assertThat(exchange.get(5, TimeUnit.SECONDS).getException()).isInstanceOf(LeadIQException.class);
    }

    private Outcome process(String uri, Object body) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        Outcome outcome = new Outcome(exchange);
        outcome.returned = producer.process(exchange, outcome);
        return outcome;
    }

    private static final class Outcome implements AsyncCallback {

        private final Exchange exchange;
        private final List<Boolean> calls = new CopyOnWriteArrayList<>();
        private boolean returned;

        Outcome(Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void done(boolean doneSync) {
            calls.add(doneSync);
        }

        void isCalledBackOnceLater() {
            await().atMost(SOON).until(() -> !calls.isEmpty());
            assertThat(returned).isFalse();
            assertThat(calls).containsExactly(false);
        }

        void isCalledBackOnceBeforeReturning() {
            assertThat(returned).isTrue();
            assertThat(calls).containsExactly(true);
        }
    }
}

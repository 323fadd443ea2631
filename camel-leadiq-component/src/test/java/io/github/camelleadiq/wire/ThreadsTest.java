/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many exchanges at once take few threads, and nobody's thread is held up. */
class ThreadsTest extends WireTestSupport {
    /** Left by the tests that ran before in this JVM. */
    private static final Set<Thread> OF_OTHERS = new HashSet<>();

    @BeforeAll
    static void rememberThreadsOfOthers() {
        OF_OTHERS.addAll(Thread.getAllStackTraces().keySet());
    }

    /** More than Camel's pools queue unless told otherwise. */
    private static final int EXCHANGES = 1_100;

    private static final int DELAY_MILLIS = 100;
    private static final int A_DOZEN = 12;

    @Test
    void manyExchangesInFlightTakeADozenThreadsAtMost() throws Exception {
        answers(okJson(PEOPLE_ANSWER).withFixedDelay(DELAY_MILLIS));
        AsyncProducer producer = context.getEndpoint(endpoint("searchPeople")).createAsyncProducer();
        producer.start();
        CountDownLatch done = new CountDownLatch(EXCHANGES);
        ConcurrentLinkedQueue<Exchange> failed = new ConcurrentLinkedQueue<>();
        Instant start = Instant.now();

        for (int i = 0; i < EXCHANGES; i++) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(person(i));
            producer.process(exchange, sync -> {
                if (exchange.getException() != null) {
                    failed.add(exchange);
                }
                done.countDown();
            });
        }
        Duration handedOver = Duration.between(start, Instant.now());
        int most = 0;
        while (!done.await(10, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, ourThreads().size());
        }
        Duration all = Duration.between(start, Instant.now());

        assertThat(failed).isEmpty();
        assertThat(requests()).hasSize(EXCHANGES);
        assertThat(most).isBetween(1, A_DOZEN);
        // one after the other they would take 110 seconds
        Duration oneByOne = Duration.ofMillis((long) EXCHANGES * DELAY_MILLIS);
        assertThat(all).isLessThan(oneByOne.dividedBy(3));
        assertThat(handedOver).isLessThan(oneByOne.dividedBy(3));
    }

    @Test
    void routesThatBlockHoldUpNeitherTheTransportNorLoseAnAnswer() throws Exception {
        int workers = 4;
        int exchanges = 5 * workers;
        answersJson(PEOPLE_ANSWER);
        AsyncProducer producer = context.getEndpoint(endpoint("searchPeople")).createAsyncProducer();
        producer.start();
        CountDownLatch blocked = new CountDownLatch(workers);
        CountDownLatch release = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> threads = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();

        for (int i = 0; i < exchanges; i++) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(person(i));
            producer.process(exchange, sync -> {
                threads.add(Thread.currentThread().getName());
                Optional.ofNullable(exchange.getException()).ifPresent(failures::add);
                blocked.countDown();
                awaitUninterruptedly(release);
            });
        }
        assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();
        // the transport goes on while all workers are blocked
        await().until(() -> requests().size() == exchanges);
        release.countDown();

        await().until(() -> threads.size() == exchanges);
        assertThat(threads).allSatisfy(name -> assertThat(name).contains("LeadIQWorker"));
        assertThat(failures).isEmpty();
    }

    private static void awaitUninterruptedly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void noThreadIsLeftWhenTheContextIsStopped() throws Exception {
        answersJson(PEOPLE_ANSWER);
        searchPeople();
        assertThat(ourThreads()).isNotEmpty();

        context.stop();

        await().atMost(Duration.ofMinutes(1)).until(() -> ourThreads().isEmpty());
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> !OF_OTHERS.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("leadiq")
                        || name.startsWith("httpclient")
                        || name.contains("Failsafe"))
                .toList();
    }
}

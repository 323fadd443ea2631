/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<List<ReceivedEvent>> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private ChangeEventQueue handOver;

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        if (handOver != null) {
            handOver.close();
        }
        context.stop();
    }

    @Test
    void whatArrivesMeanwhileIsHandedOverTogether() throws Exception {
        List<ReceivedEvent> arrivals = arrivals(1, 150);
        begin(this::takeSlowly);
        addWhileBusy(arrivals);
        goOn.countDown();
        await().until(() -> !handOver.isBusy());
        assertThat(taken).containsExactly(arrivals.subList(0, 1), arrivals.subList(1, 150));
    }

    @Test
    void neitherPositionsNorOverflowsOvertakeEvents() throws Exception {
        List<ReceivedEvent> arrivals = new ArrayList<>(arrivals(1, 3));
        arrivals.add(ReceivedEvent.senseless("4"));
        arrivals.add(arrival(5, ChangeKind.OVERFLOW));
        arrivals.addAll(arrivals(6, 7));
        begin(this::takeSlowly);
        addWhileBusy(arrivals);
        goOn.countDown();
        await().until(() -> !handOver.isBusy());
        assertThat(taken)
                .containsExactly(
                        arrivals.subList(0, 1),
                        arrivals.subList(1, 3),
                        arrivals.subList(3, 4),
                        arrivals.subList(4, 5),
                        arrivals.subList(5, 7));
    }

    @Test
    void thereIsAnEndToWhatCanWait() throws Exception {
        List<ReceivedEvent> arrivals = arrivals(1, 2 * ChangeEventQueue.MOST + 1);
        begin(this::takeSlowly);
        Thread source = new Thread(() -> addAll(arrivals), "source");
        source.start();
        await().until(() -> source.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        source.join();
        await().until(() -> !handOver.isBusy());
        assertThat(taken).allMatch(list -> list.size() <= ChangeEventQueue.MOST);
        assertThat(taken.stream().flatMap(List::stream)).containsExactlyElementsOf(arrivals);
    }

    @Test
    void whatFailsIsTriedAgainAndNotOvertaken() {
        List<ReceivedEvent> arrivals = arrivals(1, 10);
        List<Integer> failures = new CopyOnWriteArrayList<>();
        begin(some -> {
            if (failures.size() < 3) {
                failures.add(some.size());
                throw new IllegalStateException("the database is down");
            }
            taken.add(some);
        });
        addAll(arrivals);
        await().until(() -> !handOver.isBusy());
        assertThat(failures).hasSize(3);
        assertThat(taken.stream().flatMap(List::stream)).containsExactlyElementsOf(arrivals);
    }

    @Test
    void nothingIsHandedOverAfterTheEnd() throws Exception {
        begin(some -> {
            busy.countDown();
            throw new IllegalStateException("the database is down");
        });
        addAll(arrivals(1, 1));
        busy.await();
        handOver.close();
        assertThat(handOver.add(arrival(2, ChangeKind.UPDATE))).isFalse();
        assertThat(handOver.isOver()).isTrue();
        assertThat(handOver.isBusy()).as("not stored").isTrue();
    }

    @Test
    void theEndWaitsForWhatIsUnderWay() throws Exception {
        begin(this::takeSlowly);
        addWhileBusy(arrivals(1, 2));
        Thread closing = new Thread(handOver::close, "closing");
        closing.start();
        await().until(() -> handOver.isOver() && closing.getState() == Thread.State.TIMED_WAITING);
        assertThat(taken).isEmpty();
        goOn.countDown();
        closing.join();
        assertThat(taken).containsExactly(arrivals(1, 1));
    }

    @Test
    void itEndsWithTheContext() {
        begin(some -> {
            throw new IllegalStateException("the database is down");
        });
        addAll(arrivals(1, 1));
        context.stop();
        assertThat(handOver.isOver()).isTrue();
        assertThat(handOver.add(arrival(2, ChangeKind.UPDATE))).isFalse();
    }

    @Test
    void anErrorEndsItRatherThanPassOverAnEvent() {
        begin(some -> {
            throw new LinkageError("bad installation");
        });
        handOver.add(arrival(1, ChangeKind.UPDATE));
        await().dontCatchUncaughtExceptions().until(handOver::isOver);
        assertThat(handOver.isBusy()).isTrue();
    }

    private void begin(Consumer<List<ReceivedEvent>> taker) {
        handOver = new ChangeEventQueue(context, "test", taker);
    }

    /** Takes the first one when it is let. */
    private void takeSlowly(List<ReceivedEvent> some) {
        busy.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        taken.add(some);
    }

    private void addAll(List<ReceivedEvent> arrivals) {
        arrivals.forEach(arrival -> assertThat(handOver.add(arrival)).isTrue());
    }

    /** The first one is under way before the others come. */
    private void addWhileBusy(List<ReceivedEvent> arrivals) throws InterruptedException {
        addAll(arrivals.subList(0, 1));
        busy.await();
        addAll(arrivals.subList(1, arrivals.size()));
    }

    private static List<ReceivedEvent> arrivals(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> arrival(i, ChangeKind.UPDATE))
                .toList();
    }

    private static ReceivedEvent arrival(int number, ChangeKind kind) {
        String position = Integer.toString(number);
        return ReceivedEvent.of(new ChangeEvent(
                "test", position, position, "Lead", List.of(), kind, Set.of(), null, null, Instant.EPOCH));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads as nodes: each has a state of its own over the same database. */
@OnEachDatabase
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ConcurrentClaimsTest extends StateContract {
    private static final int EVENTS = 400;
    private static final int RECORDS = 40;
    private static final int WORKERS = 8;

    @Test
    void handsEachEventToOneAndNoRecordToTwo() throws Exception {
        state.inbox().offerAll(events());
        Queue<String> claimed = new ConcurrentLinkedQueue<>();
        Set<String> inWork = ConcurrentHashMap.newKeySet();
        Queue<String> clashes = new ConcurrentLinkedQueue<>();

        together(WORKERS, worker -> {
            EventInbox inbox = EnrichmentState.open(database.dataSource(), Clock.systemUTC())
                    .inbox();
            String owner = "worker-" + worker;
            while (claimed.size() < EVENTS) {
                List<StoredEvent> batch = inbox.claim("Lead", 5, MINUTE, owner);
                List<String> records = batch.stream()
                        .flatMap(stored -> stored.event().recordIds().stream())
                        .distinct()
                        .toList();
                records.stream().filter(record -> !inWork.add(record)).forEach(clashes::add);
                claimed.addAll(keys(batch));
                records.forEach(inWork::remove);
                assertThat(inbox.done(owner, ids(batch))).isEqualTo(batch.size());
            }
            return null;
        });

        assertThat(clashes).as("records in two hands").isEmpty();
        assertThat(claimed).hasSize(EVENTS).doesNotHaveDuplicates();
        assertThat(state.inbox().counts()).containsEntry(EventState.DONE, (long) EVENTS);
    }

    @Test
    void storesOnceWhatSeveralDeliverAtOnce() throws Exception {
        List<ChangeEvent> events = events().subList(0, 60);

        List<Integer> stored = together(4, worker -> {
            int count = 0;
            for (ChangeEvent event : events) {
                count += state.inbox().offer(event) ? 1 : 0;
            }
            return count;
        });

        assertThat(stored.stream().mapToInt(Integer::intValue).sum()).isEqualTo(events.size());
    }

    @Test
    void neverPassesAnUnfinishedEventWhileEventsArrive() throws Exception {
        int events = 150;
        Set<Integer> settled = new ConcurrentSkipListSet<>();
        AtomicBoolean arrived = new AtomicBoolean();

        together(4, worker -> {
            if (worker == 0) {
                for (int i = 0; i < events; i++) {
                    state.inbox().offer(arrival(SOURCE, Integer.toString(i), "e" + i, "00Q" + i));
                }
                arrived.set(true);
                return null;
            }
            String owner = "worker-" + worker;
            Random random = new Random(worker);
            int last = -1;
            while (last < events - 1) {
                List<StoredEvent> batch = state.inbox().claim("Lead", 1 + random.nextInt(5), MINUTE, owner);
                batch.forEach(
                        stored -> settled.add(Integer.valueOf(stored.event().position())));
                state.inbox().done(owner, ids(batch));
                int position = state.checkpoints()
                        .position(SOURCE)
                        .map(Integer::valueOf)
                        .orElse(-1);
                assertThat(position).isGreaterThanOrEqualTo(last);
                // the first is where to go on while it waits itself
                assertThat(settled)
                        .containsAll(IntStream.rangeClosed(position == 0 ? 1 : 0, position)
                                .boxed()
                                .toList());
                last = position;
            }
            return null;
        });

        assertThat(arrived).isTrue();
    }

    private static List<ChangeEvent> events() {
        return IntStream.range(0, EVENTS)
                .mapToObj(i -> event("e" + i, "00Q" + i % RECORDS, "00Q" + i * 7 % RECORDS))
                .toList();
    }

    private static <T> List<T> together(int threads, Work<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(threads);
            List<Future<T>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int worker = i;
                Callable<T> task = () -> {
                    start.countDown();
                    start.await();
                    return work.run(worker);
                };
                results.add(pool.submit(task));
            }
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            pool.shutdownNow();
        }
    }

    private interface Work<T> {
        T run(int worker) throws Exception;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One alarm for all, and each ends at its own time. */
class DeadlinesTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(10);

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final Deadlines deadlines = new Deadlines(scheduler);

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    private CompletableFuture<Void> expiry(Duration limit) {
        CompletableFuture<Void> expired = new CompletableFuture<>();
        deadlines.of(limit, () -> expired.complete(null)).run();
        return expired;
    }

    private static void await(CompletableFuture<Void> expired) throws Exception {
        expired.get(1, TimeUnit.MINUTES);
    }

    /** However long it takes, the alarm goes off afterwards. */
    private void beforeAnyAlarm(Runnable work) {
        CountDownLatch done = new CountDownLatch(1);
        scheduler.execute(() -> {
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        work.run();
        done.countDown();
    }

    @Test
    void manyThingsHaveOneAlarm() {
        List<Deadlines.Deadline> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(deadlines.of(LONG, () -> {}));
        }
        all.forEach(Deadlines.Deadline::run);
        all.forEach(Deadlines.Deadline::stop);
        all.forEach(Deadlines.Deadline::run);

        assertThat(scheduler.getQueue()).hasSize(1);
    }

    @Test
    void whoseTimeIsUpIsTold() throws Exception {
        CompletableFuture<Void> later = expiry(LONG);

        await(expiry(SHORT));
        await(expiry(SHORT));

        assertThat(later).isNotDone();
    }

    @Test
    void anAlarmThatGoesOffWatchesOverTheRest() throws Exception {
        CompletableFuture<Void> first = expiry(SHORT);
        CompletableFuture<Void> second = expiry(SHORT.multipliedBy(3));

        await(first);
        await(second);
    }

    @Test
    void whatHasEndedOrStandsStillIsNotTold() throws Exception {
        CompletableFuture<Void> expired = new CompletableFuture<>();
        Deadlines.Deadline stopped = deadlines.of(SHORT, () -> expired.complete(null));
        beforeAnyAlarm(() -> {
            stopped.run();
            stopped.stop();
        });

        await(expiry(SHORT.multipliedBy(5)));
        assertThat(expired).isNotDone();

        stopped.run();
        await(expired);
    }

    @Test
    void eachIsToldOnce() throws Exception {
        List<String> told = new ArrayList<>();
        Deadlines.Deadline deadline = deadlines.of(SHORT, () -> told.add("expired"));
        beforeAnyAlarm(() -> {
            deadline.run();
            deadline.run();
        });

        await(expiry(SHORT.multipliedBy(3)));
        await(expiry(SHORT.multipliedBy(3)));

        assertThat(told).hasSize(1);
    }

    @Test
    void whatFailsLeavesTheOthersTheirEnd() throws Exception {
        deadlines
                .of(SHORT, () -> {
                    throw new IllegalStateException("no");
                })
                .run();

        await(expiry(SHORT.multipliedBy(3)));
    }

    @Test
    void whereNothingCanBeScheduledThatIsSaid() {
        deadlines.of(LONG, () -> {}).run();
        scheduler.shutdownNow();

        Deadlines.Deadline late = deadlines.of(LONG, () -> {});

        assertThatThrownBy(late::run).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void anAlarmThatGoesOffWhileItIsSetIsNotTakenForOneToCome() throws Exception {
        ScheduledThreadPoolExecutor atOnce = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
                Thread alarm = new Thread(command);
                alarm.start();
                while (alarm.isAlive() && alarm.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
                return super.schedule(() -> {}, 1, TimeUnit.HOURS);
            }
        };
        try {
            Deadlines here = new Deadlines(atOnce);
            for (int i = 0; i < 2; i++) {
                CompletableFuture<Void> expired = new CompletableFuture<>();
                here.of(Duration.ZERO, () -> expired.complete(null)).run();
                await(expired);
            }
        } finally {
            atOnce.shutdownNow();
        }
    }

    @Test
    void closingTakesTheAlarmAway() {
        scheduler.setRemoveOnCancelPolicy(true);
        deadlines.of(LONG, () -> {}).run();

        deadlines.close();

        assertThat(scheduler.getQueue()).isEmpty();
    }
}

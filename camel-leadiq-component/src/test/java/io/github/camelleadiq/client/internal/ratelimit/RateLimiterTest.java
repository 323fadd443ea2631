/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelleadiq.client.RateLimitConfig;
import io.github.camelleadiq.client.RateLimiterState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The pace of one JVM, in virtual time. */
class RateLimiterTest {

    private static final URI SERVER = URI.create("https://leadiq.example.com/graphql");
    private static final String KEY = "Basic aW52ZW50ZWQ6";
    private static final Executor UNUSED = task -> {
        throw new AssertionError("no bucket elsewhere is asked");
    };

    private final VirtualClock clock = new VirtualClock();
    private final RateLimiters rateLimiters = new RateLimiters(clock);
    private final List<Duration> departures = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"60, 5", "10, 1", "600, 50", "60, 1", "60, 30", "1, 1"})
    void neverLetsMoreGoInAnyMinuteThanTheLimit(int perMinute, int burst) {
        ClientRateLimiter pacing = pacing(perMinute, burst, 10_000);
        depart(pacing, 3 * perMinute);
        clock.advance(Duration.ofMinutes(10));
        // after a rest the whole burst is there again
        depart(pacing, 3 * perMinute);
        clock.advance(Duration.ofMinutes(10));

        assertThat(departures).hasSizeGreaterThan(2 * perMinute);
        for (Duration start : departures) {
            assertThat(departures.stream()
                            .filter(at -> at.compareTo(start) >= 0 && at.compareTo(start.plusSeconds(60)) < 0)
                            .count())
                    .isLessThanOrEqualTo(perMinute);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 600})
    void losesLessThanATenthOfTheLimit(int perMinute) {
        ClientRateLimiter pacing = pacing(perMinute, RateLimitConfig.usualBurst(perMinute), 100_000);
        depart(pacing, 10 * perMinute);

        clock.advance(Duration.ofMinutes(1));
        assertThat(departures).hasSizeGreaterThanOrEqualTo(perMinute * 9 / 10);
        clock.advance(Duration.ofMinutes(4));

        assertThat(departures).hasSizeGreaterThanOrEqualTo(5 * perMinute * 9 / 10);
    }

    @Test
    void letsTheUsualSixtyGoInTheFirstMinute() {
        depart(pacing(60, 5, 10_000), 100);

        clock.settle();
        assertThat(departures).hasSize(5);
        clock.advance(Duration.ofMinutes(1));

        assertThat(departures).hasSizeBetween(59, 60);
    }

    @Test
    void keepsTheOrderOfArrival() {
        ClientRateLimiter pacing = pacing(60, 1, 10_000);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            pacing.permit(KEY).next().thenRun(() -> order.add(number));
        }

        clock.advance(Duration.ofMinutes(1));

        assertThat(order).isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void sharesThePaceAmongClientsOfAKeyAndOnlyOfThatKey() {
        depart(pacing(60, 1, 100), 3);
        depart(pacing(60, 1, 100), 3);
        CompletableFuture<Void> other =
                pacing(60, 1, 100).permit("Basic b3RoZXI6").next();
        ClientRateLimiter elsewhere = new ClientRateLimiter(
                rateLimiters,
                new RateLimitConfig(60, 1, 100, null),
                URI.create("http://127.0.0.1:8089/graphql"),
                UNUSED);
        CompletableFuture<Void> sameKeyElsewhere = elsewhere.permit(KEY).next();

        clock.settle();

        assertThat(departures).hasSize(1);
        assertThat(other).isCompleted();
        assertThat(sameKeyElsewhere).isCompleted();
        assertThat(rateLimiters.states()).hasSize(3).noneMatch(state -> state.toString()
                .contains("aW52ZW50ZWQ"));
    }

    @Test
    void aWaiterThatIsCancelledFreesItsPlaceAndTakesNoPermit() {
        ClientRateLimiter pacing = pacing(60, 5, 10);
        Permit given = pacing.permit(KEY);
        CompletableFuture<Void> first = given.next();
        CompletableFuture<Void> second = pacing.permit(KEY).next();
        depart(pacing, 8);

        given.cancel();
        second.cancel(false);
        assertThat(rateLimiters.states().get(0).queued()).isEqualTo(8);
        assertThat(given.next()).isCompletedExceptionally();
        clock.settle();

        assertThat(first).isCancelled();
        assertThat(departures).hasSize(5);
    }

    @Test
    void letsNoMoreLookupsInThanMayWaitAndSaysWhy() {
        ClientRateLimiter pacing = pacing(60, 1, 100);
        depart(pacing, 1);
        pacing.enter(KEY, 60);
        pacing(60, 1, 100).enter(KEY, 39);

        assertThatThrownBy(() -> pacing.enter(KEY, 2))
                .isInstanceOf(QueueFullException.class)
                .hasMessage("99 lookups wait already or are under way, and 100 may, so there is no room for 2 more");
        assertThatThrownBy(() -> pacing.enter(KEY, 101))
                .isInstanceOf(QueueFullException.class)
                .hasMessage("101 lookups at once are more than may wait, 100");
        pacing.enter("Basic b3RoZXI6", 100);
        pacing.enter(KEY, 1);
        assertThatThrownBy(() -> pacing.enter(KEY, 1))
                .hasMessage("100 lookups wait already or are under way, and 100 may");
        assertThat(rateLimiters.states()).singleElement().satisfies(state -> {
            assertThat(state.lookups()).isEqualTo(100);
            assertThat(state.turnedAway()).isEqualTo(104);
        });

        pacing.leave(KEY, 60);
        pacing.enter(KEY, 60);
    }

    @Test
    void lookupsAreBoundedWithoutPacingAndWithoutAKeyAsWell() {
        ClientRateLimiter unpaced =
                new ClientRateLimiter(rateLimiters, new RateLimitConfig(0, 1, 2, null), SERVER, UNUSED);

        for (String key : Arrays.asList(KEY, null)) {
            unpaced.enter(key, 2);
            assertThatThrownBy(() -> unpaced.enter(key, 1)).isInstanceOf(QueueFullException.class);
            unpaced.leave(key, 2);
            unpaced.enter(key, 2);
        }
    }

    @Test
    void afterARefusalAllPauseInGrowingStepsUntilOneIsLetPass() {
        ClientRateLimiter pacing = pacing(60, 5, 100);
        Permit refused = pacing.permit(KEY);
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            await(refused);
            refused.refused(null);
            pauses.add(rateLimiters.states().get(0).pause().toSeconds());
        }
        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);

        depart(pacing, 5);
        clock.advance(Duration.ofSeconds(59));
        assertThat(departures).isEmpty();
        await(refused);
        refused.accepted();
        await(refused);
        refused.refused(null);
        assertThat(rateLimiters.states().get(0).pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(rateLimiters.states().get(0).rateLimited()).isEqualTo(8);
    }

    @Test
    void whatWasRefusedTogetherPausesOnceAndKeepsItsPlace() {
        ClientRateLimiter pacing = pacing(60, 5, 100);
        List<Integer> order = new ArrayList<>();
        List<Permit> wave =
                IntStream.range(0, 5).mapToObj(i -> pacing.permit(KEY)).toList();
        wave.forEach(Permit::next);
        clock.settle();
        for (int i = 5; i < 10; i++) {
            int number = i;
            pacing.permit(KEY).next().thenRun(() -> order.add(number));
        }

        for (int i = wave.size() - 1; i >= 0; i--) {
            int number = i;
            assertThat(wave.get(i).refused(null)).isTrue();
            wave.get(i).next().thenRun(() -> order.add(number));
        }
        assertThat(rateLimiters.states().get(0).pause()).isEqualTo(Duration.ofSeconds(2));
        clock.advance(Duration.ofMillis(1_999));
        assertThat(order).isEmpty();
        clock.advance(Duration.ofMinutes(1));

        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void pausesAsLongAsTheServerWantsButForTenMinutesAtMost() {
        ClientRateLimiter pacing = pacing(60, 5, 100);
        Permit permit = pacing.permit(KEY);
        await(permit);
        permit.refused(Duration.ofSeconds(45));
        assertThat(rateLimiters.states().get(0).pause()).isEqualTo(Duration.ofSeconds(45));
        CompletableFuture<Void> again = permit.next();
        clock.advance(Duration.ofSeconds(44));
        assertThat(again).isNotDone();
        clock.advance(Duration.ofSeconds(3));
        assertThat(again).isCompleted();

        permit.refused(Duration.ofDays(400));

        assertThat(rateLimiters.states().get(0).pause()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aRequestThatIsRefusedAgainAndAgainHasAnotherReason() {
        Permit permit = pacing(60, 5, 100).permit(KEY);
        int patient = 0;
        boolean more = true;
        while (more) {
            await(permit);
            more = permit.refused(null);
            patient++;
        }

        assertThat(patient).isEqualTo(11);
        assertThat(clock.passed()).isGreaterThan(Duration.ofMinutes(2));
    }

    @Test
    void theLowestLimitHoldsForAllAndThatIsSaidOnce() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(RateLimiter.class);
        log.start();
        logger.addAppender(log);
        try {
            ClientRateLimiter fast = pacing(600, 50, 1_000);
            ClientRateLimiter slow = pacing(60, 5, 1_000);
            depart(fast, 100);
            clock.settle();
            assertThat(departures).hasSize(50);
            depart(slow, 100);
            pacing(30, 2, 1_000).permit(KEY).next();
            clock.advance(Duration.ofMinutes(1));

            assertThat(departures).hasSizeBetween(50 + 27, 50 + 30);
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .singleElement()
                    .asString()
                    .contains("different requestsPerMinute", "leadiq.example.com:443", "60");
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void whenAClientGoesItsLimitGoesWithIt() {
        ClientRateLimiter fast = pacing(600, 50, 1_000);
        ClientRateLimiter slow = pacing(12, 1, 1_000);
        slow.permit(KEY).next();
        depart(fast, 300);
        clock.settle();

        slow.close();
        clock.advance(Duration.ofSeconds(12));

        assertThat(departures).hasSizeGreaterThan(100);
    }

    @Test
    void aClientThatIsClosedLetsItsWaitersFailOnceAndThoseOfOthersGoOn() {
        ClientRateLimiter closing = pacing(60, 1, 1_000);
        AtomicInteger failures = new AtomicInteger();
        for (int i = 0; i < 500; i++) {
            closing.permit(KEY).next().whenComplete((granted, failure) -> {
                assertThat(failure).isInstanceOf(CancellationException.class);
                failures.incrementAndGet();
            });
        }
        Permit late = closing.permit(KEY);
        depart(pacing(60, 1, 1_000), 3);

        closing.close();
        clock.advance(Duration.ofSeconds(3));

        assertThat(failures).hasValue(500);
        assertThat(departures).hasSize(3);
        assertThat(late.next()).isCompletedExceptionally();
        assertThat(rateLimiters.states().get(0).queued()).isZero();
    }

    @Test
    void forgetsKeysThatRestButNotOneThatPausesOrWaits() {
        ClientRateLimiter pacing = pacing(60, 5, 1_000);
        for (int i = 0; i < 50; i++) {
            pacing.permit("Basic tenant" + i).next();
        }
        Permit paused = pacing.permit(KEY);
        await(paused);
        clock.advance(Duration.ofMinutes(11));
        paused.refused(Duration.ofMinutes(5));

        pacing.permit("Basic new").next();

        assertThat(rateLimiters.states()).hasSize(2);
    }

    @Test
    void tellsWhatItDid() {
        ClientRateLimiter pacing = pacing(60, 5, 100);
        depart(pacing, 7);
        clock.advance(Duration.ofMillis(1_200));

        RateLimiterState state = pacing.state(KEY).orElseThrow();

        assertThat(state.server()).isEqualTo("leadiq.example.com:443");
        assertThat(state.requestsPerMinute()).isEqualTo(60);
        assertThat(state.granted()).isEqualTo(6);
        assertThat(state.queued()).isEqualTo(1);
        assertThat(state.waited()).isBetween(Duration.ofMillis(1_090), Duration.ofMillis(1_095));
        assertThat(state.longestWait()).isEqualTo(state.waited());
        assertThat(state.shared()).isFalse();
    }

    @Test
    void withoutLimitOrKeyNothingWaits() {
        assertThat(new ClientRateLimiter(rateLimiters, RateLimitConfig.OFF, SERVER, UNUSED)
                        .permit(KEY)
                        .next())
                .isCompleted();
        assertThat(pacing(1, 1, 1).permit(null).next()).isCompleted();
        assertThat(rateLimiters.states()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60, 60, 1, requestBurst", "60, 0, 1, requestBurst", "60, 5, 0, maxQueued", "-1, 1, 1, requestsPer"})
    void saysWhichSettingIsWrong(int perMinute, int burst, int queue, String named) {
        assertThatThrownBy(() -> new RateLimitConfig(perMinute, burst, queue, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private ClientRateLimiter pacing(int perMinute, int burst, int queue) {
        return new ClientRateLimiter(rateLimiters, new RateLimitConfig(perMinute, burst, queue, null), SERVER, UNUSED);
    }

    private void depart(ClientRateLimiter pacing, int requests) {
        for (int i = 0; i < requests; i++) {
            pacing.permit(KEY).next().thenRun(() -> departures.add(clock.passed()));
        }
    }

    private void await(Permit permit) {
        CompletableFuture<Void> granted = permit.next();
        for (int i = 0; i < 700 && !granted.isDone(); i++) {
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(granted).isCompleted();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.LeadIQClientConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BatchLimitTest {

    private static final int ANY = Integer.MAX_VALUE;

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
    private final BatchLimit limit = new BatchLimit(ANY, nanoTime::get);

    @Test
    void whatIsTooLargeStaysTooLarge() {
        limit.tooLarge(50);
        limit.tooLarge(40);
        assertThat(limit.size()).isEqualTo(20);
        pass(Duration.ofDays(1));
        assertThat(limit.size()).isEqualTo(20);
    }

    @Test
    void aRecordThatIsTooLargeByItselfSaysNothingOfOthers() {
        limit.tooLarge(50);
        limit.tooLarge(1);
        assertThat(limit.size()).isEqualTo(ANY);
    }

    @Test
    void oneRefusalCanBeABurstOfSomebodyElse() {
        limit.refused(50);
        limit.passed(50);
        limit.refused(50);
        assertThat(limit.size()).isEqualTo(ANY);
    }

    @Test
    void refusalsInARowHalveUntilBatchesPass() {
        refuse(50, 2);
        assertThat(limit.size()).isEqualTo(25);
        refuse(25, 2);
        assertThat(limit.size()).isEqualTo(12);
        limit.passed(12);
        refuse(12, 1);
        assertThat(limit.size()).isEqualTo(12);
    }

    @Test
    void whatWasUnderWayInTheFormerSizeSaysNothingNew() {
        refuse(50, 7);
        assertThat(limit.size()).isEqualTo(25);
    }

    @Test
    void afterTenMinutesFullBatchesAreTriedAgain() {
        refuse(50, 2);
        pass(Duration.ofMinutes(9));
        assertThat(limit.size()).isEqualTo(25);
        pass(Duration.ofMinutes(2));
        assertThat(limit.size()).isEqualTo(ANY);
    }

    @Test
    void whenSingleLookupsAreRefusedAsWellTheirNumberIsNotTheReason() {
        refuse(2, 2);
        assertThat(limit.size()).isEqualTo(1);
        refuse(1, 2);
        assertThat(limit.size()).isEqualTo(ANY);
        refuse(50, 20);
        assertThat(limit.size()).isEqualTo(ANY);
        pass(Duration.ofMinutes(11));
        limit.size();
        refuse(50, 2);
        assertThat(limit.size()).isEqualTo(25);
    }

    private void refuse(int size, int times) {
        for (int i = 0; i < times; i++) {
            limit.refused(size);
        }
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void whereTheSizeIsLeftToItItGrowsWhileAnswersAreInTime() {
        BatchLimit auto = new BatchLimit(LeadIQClientConfig.BATCH_SIZE_AUTO, nanoTime::get);
        assertThat(auto.size()).isEqualTo(100);
        for (int size : new int[] {200, 400, 800, 1_000, 1_000}) {
            auto.answered(auto.size(), Duration.ofSeconds(2));
            assertThat(auto.size()).isEqualTo(size);
        }
    }

    @Test
    void aRequestThatIsNotFullShowsNothing() {
        BatchLimit auto = new BatchLimit(LeadIQClientConfig.BATCH_SIZE_AUTO, nanoTime::get);
        auto.answered(99, Duration.ofMillis(1));
        assertThat(auto.size()).isEqualTo(100);
    }

    @Test
    void whatIsLateOrLostHalvesItAndThenItGrowsWithCare() {
        BatchLimit auto = new BatchLimit(LeadIQClientConfig.BATCH_SIZE_AUTO, nanoTime::get);
        auto.answered(100, Duration.ofSeconds(2));
        auto.answered(200, Duration.ofSeconds(11));
        assertThat(auto.size()).isEqualTo(100);
        auto.late(100);
        assertThat(auto.size()).isEqualTo(50);
        auto.answered(50, Duration.ofSeconds(2));
        assertThat(auto.size()).isEqualTo(75);
    }

    @Test
    void whatTheServerRefusesBoundsItToo() {
        BatchLimit auto = new BatchLimit(LeadIQClientConfig.BATCH_SIZE_AUTO, nanoTime::get);
        auto.tooLarge(100);
        auto.answered(50, Duration.ofSeconds(1));
        assertThat(auto.size()).isEqualTo(50);
    }

    @Test
    void aNumberStaysWhatItIs() {
        BatchLimit fixed = new BatchLimit(10, nanoTime::get);
        fixed.answered(10, Duration.ofMillis(1));
        fixed.late(10);
        assertThat(fixed.size()).isEqualTo(10);
    }
}

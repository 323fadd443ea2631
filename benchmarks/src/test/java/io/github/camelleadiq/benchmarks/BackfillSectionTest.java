/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All gaps are filled, once and at the least price, although the process is killed half way, or {@link Backfill} fails. */
class BackfillSectionTest {

    private static final int LEADS = 20_000;
    private static final long SOME_PAGES = 16L << 20;

    @Test
    void aBackfillThatIsKilledGoesOnAndHoldsNoMoreAtItsEndThanAtItsBeginning() throws Exception {
        Backfill backfill = Backfill.run(LEADS);

        assertThat(backfill.live()).hasSize(10);
        assertThat(backfill.live().get(9)).isLessThan(backfill.live().get(0) + SOME_PAGES);
        assertThat(backfill.most()).isGreaterThan(0);
        assertThat(backfill.killedAt()).isEqualTo(LEADS / 20);
        assertThat(backfill.gaps()).isEqualTo(LEADS / 10);
        assertThat(backfill.counted())
                .isBetween(backfill.credits(), backfill.credits().add(backfill.credits()));
        assertThat(BenchmarkReport.backfill(backfill))
                .contains(
                        "| 20,000 |",
                        "Killed after 1,000 of the records",
                        "| records that lacked something, and have it now | 2,000 |");
    }
}

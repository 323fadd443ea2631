/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.benchmarks.Backfill.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All gaps are filled, once and at the least price, although the process is killed half way, or {@link Backfill} fails. */
class BackfillSectionTest {

    private static final int LEADS = 20_000;
    private static final long SOME_PAGES = 16L << 20;

    @Test
    void aBackfillThatIsKilledGoesOnAndHoldsNoMoreAtItsEndThanAtItsBeginning() throws Exception {
        Backfill backfill = Backfill.run(Build.present(), LEADS);

        List<Mark> marks = backfill.marks();
        assertThat(marks).hasSizeBetween(5, 10);
        assertThat(marks.get(marks.size() - 1).live()).isLessThan(marks.get(0).live() + SOME_PAGES);
        assertThat(backfill.most()).isGreaterThan(0);
        assertThat(backfill.killedAt()).isBetween(LEADS / 20L, LEADS / 10L - 1);
        assertThat(backfill.gaps()).isEqualTo(LEADS / 10);
        assertThat(backfill.counted())
                .isBetween(backfill.credits(), backfill.credits().add(backfill.credits()));
        assertThat(BenchmarkReport.backfill(backfill))
                .contains(
                        "Killed after %,d of the records".formatted(backfill.killedAt()),
                        "| records that lacked something, and have it now | 2,000 |");
    }
}

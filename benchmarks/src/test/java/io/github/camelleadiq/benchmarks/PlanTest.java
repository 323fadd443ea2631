/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void everythingIsMeasuredUnlessSomebodyAsksForLess() {
        BenchmarkPlan plan = BenchmarkPlan.parse();

        assertThat(plan.sections()).containsExactly(Section.values());
        assertThat(plan.isWhole()).isTrue();
        assertThat(plan.backfilled()).isEqualTo(1_000_000);
    }

    @Test
    void oneSectionIsNotTheWholePage() {
        BenchmarkPlan plan = BenchmarkPlan.parse("--quick", "--only", "backfill", "--out", "other.md");

        assertThat(plan.sections()).containsExactly(Section.BACKFILL);
        assertThat(plan.isWhole()).isFalse();
        assertThat(plan.backfilled()).isEqualTo(20_000);
        assertThat(plan.out()).isEqualTo(Path.of("other.md"));
    }

    @Test
    void aBackfillCanHaveAnySize() {
        assertThat(BenchmarkPlan.parse("--records", "100000").backfilled()).isEqualTo(100_000);
        assertThat(BenchmarkPlan.parse("--quick", "--records", "40000").backfilled())
                .isEqualTo(40_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkPlan.parse("--records", "many"))
                .withMessageContaining("many");
    }

    @Test
    void aSectionThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkPlan.parse("--only", "heap"))
                .withMessageContaining("heap")
                .withMessageContaining("lookups|pace|lists|credits|stream|backfill|hand|changes|trace");
        assertThatIllegalArgumentException().isThrownBy(() -> BenchmarkPlan.parse("--only"));
    }
}

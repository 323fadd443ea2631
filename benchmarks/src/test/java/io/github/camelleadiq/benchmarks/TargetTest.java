/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void eachTargetIsARowThatSaysWhetherItIsMet() {
        assertThat(BenchmarkReport.targets(List.of(
                        new Target("requests", "101", "6", "500 by hand", "at most 6", true),
                        new Target("records a second", "195", "221", "756 by hand", "at least 10x", false))))
                .contains("7b30596")
                .endsWith("| requests | 101 | 6 | 500 by hand | at most 6 | met |\n"
                        + "| records a second | 195 | 221 | 756 by hand | at least 10x | missed |\n");
    }
}

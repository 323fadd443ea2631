/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodTraceTest {

    @Test
    void aLookupEntersSomeClassesAndABackfillOfOneRecordMore() throws Exception {
        MethodTrace lookup = MethodTrace.lookup(Build.present());
        MethodTrace backfill = MethodTrace.backfill(Build.present());

        assertThat(lookup.classes()).isBetween(20, backfill.classes() - 1);
        assertThat(lookup.calls()).isBetween((long) lookup.classes(), backfill.calls() - 1);
        assertThat(BenchmarkReport.traces(List.of(lookup)))
                .contains("| a lookup | this build | " + lookup.classes() + " | ");
    }
}

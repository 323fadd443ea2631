/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodTraceTest {

    @Test
    void aLookupEntersSomeClassesSeveralTimesEach() throws Exception {
        MethodTrace trace = MethodTrace.lookup(Build.present());

        assertThat(trace.classes()).isBetween(20, 500);
        assertThat(trace.calls()).isGreaterThan(trace.classes());
        assertThat(BenchmarkReport.traces(List.of(trace)))
                .contains("| a lookup | this build | " + trace.classes() + " | ");
    }

    @Test
    void aBackfillOfOneRecordEntersMoreThanALookup() throws Exception {
        assertThat(MethodTrace.backfill(Build.present()).classes())
                .isGreaterThan(MethodTrace.lookup(Build.present()).classes());
    }
}

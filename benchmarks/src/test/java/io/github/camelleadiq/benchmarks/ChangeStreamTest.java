/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All that is created is enriched, or {@link ChangeStream} fails. */
class ChangeStreamTest {

    private static final int CHANGES = 20;

    @Test
    void whatPeopleCreateIsEnriched() {
        List<ChangeStream> streams = ChangeStream.run(CHANGES, Build.present());

        ChangeStream stream = streams.get(0);
        assertThat(stream.lookups()).isEqualTo(CHANGES);
        assertThat(stream.requests()).isBetween(1L, (long) CHANGES);
        assertThat(stream.refused()).isZero();
        assertThat(BenchmarkReport.changes(streams)).contains("| this build | 20 |");
    }
}

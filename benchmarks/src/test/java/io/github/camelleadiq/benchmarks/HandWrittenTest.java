/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.benchmarks.HandWritten.GapRun;
import io.github.camelleadiq.benchmarks.HandWritten.Way;
import io.github.camelleadiq.benchmarks.OrgProcess.Edits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way fills all gaps, or {@link HandWritten} fails. */
class HandWrittenTest {

    private static final int LEADS = 200;

    static List<Way> ways() {
        return HandWritten.ways(List.of(Build.present()));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void eachWayFillsTheGapsForTheLeast(Way way) throws Exception {
        GapRun run = HandWritten.run(way, LEADS, Duration.ZERO, null, null);

        assertThat(run.credits()).isEqualByComparingTo(Leads.least(LEADS));
        assertThat(run.lookups()).isBetween(1L, (long) Leads.gaps(LEADS));
        assertThat(run.ready()).isPositive().isLessThan(run.cpu());
    }

    @Test
    void theHandWrittenRouteOverwritesWhatAPersonFillsInAfterItsQuery() throws Exception {
        Map<String, Edits> edits = new LinkedHashMap<>();
        Way byHand = ways().get(1);

        // each update of it takes so long that the person comes first
        HandWritten.run(byHand, LEADS, Duration.ofMillis(500), Duration.ZERO, edits);

        Edits made = edits.get(HandWritten.BY_HAND);
        assertThat(made.made()).isPositive();
        assertThat(made.overwritten()).isEqualTo(made.made());
    }
}

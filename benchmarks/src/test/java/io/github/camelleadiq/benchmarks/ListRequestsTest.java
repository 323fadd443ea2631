/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A list is sent in as few requests as it fits into, whatever else the machine does. */
class ListRequestsTest {

    @Test
    void aListIsSentInTheFewestRequests() throws Exception {
        ListRequests lists = ListRequests.run(Build.present(), 250, 1);

        assertThat(lists.least()).isEqualTo(3);
        assertThat(lists.requests()).containsExactly(3L);
        assertThat(lists.isLeast()).isTrue();
        assertThat(BenchmarkReport.lists(List.of(lists))).contains("| this build | 3 | 3 | 0 |");
    }
}

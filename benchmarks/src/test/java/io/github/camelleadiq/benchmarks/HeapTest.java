/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The whole list comes, in its order, or {@link Heap} fails. */
class HeapTest {

    private static final long SOME_PAGES = 4L << 20;

    @Test
    void aStreamHoldsNoMoreAtItsEndThanAtItsBeginning() throws Exception {
        Heap heap = Heap.run(3_000);

        assertThat(heap.live()).hasSize(10);
        assertThat(heap.live().get(9)).isLessThan(heap.live().get(0) + SOME_PAGES);
        assertThat(heap.most()).isGreaterThan(0);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InOrderTest {

    @Test
    void handsOnInTheOrderOfTheNumbers() {
        List<String> written = new ArrayList<>();
        InOrder<String> order = new InOrder<>(3, written::add);

        order.done(2, "c");
        order.done(1, "b");
        assertThat(written).isEmpty();
        order.done(0, "a");

        assertThat(written).containsExactly("a", "b", "c");
    }

    @Test
    void letsOnlySoManyBeUnderWayAndCountsThoseThatWaitForAnEarlierOne() {
        InOrder<String> order = new InOrder<>(2, written -> {});
        order.begin();
        order.begin();
        order.done(1, "early");
        CompletableFuture<Void> third = CompletableFuture.runAsync(order::begin);

        assertThat(third).isNotDone();
        order.done(0, "late");

        assertThat(third).succeedsWithin(Duration.ofSeconds(5));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadsTest {

    @Test
    void oneInTenLacksSomethingAndTheOthersNothing() {
        assertThat(IntStream.range(0, 50).filter(i -> !Leads.gap(i).fields().isEmpty()))
                .containsExactly(0, 10, 20, 30, 40);
        assertThat(Leads.gaps(45)).isEqualTo(5);
        assertThat(Leads.lead(0)).doesNotContainKey("Email").containsKey("MobilePhone");
        assertThat(Leads.lead(1))
                .containsKeys("Email", "MobilePhone", "Title", "Industry", "NumberOfEmployees")
                .doesNotContainValue(null);
    }

    @Test
    void theLeastIsThePriceOfEachGap() {
        assertThat(Leads.least(30)).isEqualByComparingTo("11.1");
        assertThat(Leads.least(40)).isEqualByComparingTo("14.1");
        assertThat(List.of(Leads.gap(30), Leads.gap(70)))
                .allMatch(gap -> gap.fields().contains("Industry"));
    }
}

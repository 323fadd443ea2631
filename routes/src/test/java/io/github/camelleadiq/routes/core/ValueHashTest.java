/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValueHashTest {
    @Test
    void aValueIsKnownAgainAsTheCrmGivesItBack() {
        same("CTO", " CTO ");
        same(null, " ");
        same(10, "10", 10L, 10.0, new BigDecimal("1E+1"), "10.00");
        same("Ada@Acme.example", "ada@acme.example");
        same("a\r\nb", "a\nb");
        same("e\u0301", "\u00e9");
        same(true, "true");
        same(Instant.parse("2026-03-01T12:00:00Z"), "2026-03-01T12:00:00.000+0000", "2026-03-01T13:00:00+01:00");
        assertThat(ValueHash.of("CTO")).hasSize(64);
    }

    @Test
    void anotherValueIsAnother() {
        assertThat(ValueHash.of("CTO")).isNotEqualTo(ValueHash.of("cto"));
        assertThat(ValueHash.of("007")).isNotEqualTo(ValueHash.of("7"));
        assertThat(ValueHash.of("+491511234567")).isNotEqualTo(ValueHash.of("491511234567"));
        assertThat(ValueHash.of(null)).isNotEqualTo(ValueHash.of(0));
        assertThat(ValueHash.of(Double.NaN)).isEqualTo(ValueHash.of("NaN"));
    }

    private static void same(Object... values) {
        assertThat(values).extracting(ValueHash::of).containsOnly(ValueHash.of(values[0]));
    }
}

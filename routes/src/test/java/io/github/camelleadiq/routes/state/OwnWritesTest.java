/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ValueHash;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class OwnWritesTest extends StateContract {
    private static OwnWrite write(String field, Object value) {
        return new OwnWrite("Lead", "00Q1", field, hash(field, value));
    }

    private static String hash(String field, Object value) {
        return ValueHash.of("Lead", "00Q1", field, value);
    }

    @Test
    void knowsAChangeAsOursOnlyIfEveryFieldIs() {
        state.ownWrites()
                .intend(List.of(write("Email", "jane@example.com"), write("Phone", "+12025550123")), clock.instant());

        assertThat(isOurs(Map.of("Email", hash("Email", "jane@example.com")))).isTrue();
        assertThat(isOurs(Map.of("Email", hash("Email", "jane@example.com"), "Phone", hash("Phone", "+12025550199"))))
                .isFalse();
        assertThat(isOurs(Map.of("Email", hash("Email", "jane@example.com"), "Title", hash("Title", "Engineer"))))
                .isFalse();
        assertThat(isOurs(Map.of())).isFalse();
        assertThat(state.ownWrites().isOurs("Lead", "00Q2", Map.of("Email", hash("Email", "jane@example.com"))))
                .isFalse();
    }

    @Test
    void knowsAnEarlierWriteThatComesBackLate() {
        state.ownWrites().intend(List.of(write("Title", "Engineer")), clock.instant());
        clock.pass(MINUTE);
        state.ownWrites().intend(List.of(write("Title", "Director")), clock.instant());

        assertThat(isOurs(Map.of("Title", hash("Title", "Engineer")))).isTrue();
        assertThat(state.ownWrites().last("Lead", "00Q1")).containsExactly(write("Title", "Director"));
        clock.pass(MINUTE);
        state.ownWrites().intend(List.of(write("Title", "Engineer"), write("Title", "Engineer")), clock.instant());
        assertThat(state.ownWrites().last("Lead", "00Q1")).containsExactly(write("Title", "Engineer"));
    }

    @Test
    void forgetsAndErases() {
        state.ownWrites().intend(List.of(write("Title", "Engineer")), clock.instant());
        clock.pass(Duration.ofDays(8));
        state.ownWrites().intend(List.of(write("Email", "jane@example.com")), clock.instant());

        assertThat(state.ownWrites().forget(Duration.ofDays(7))).isOne();
        assertThat(isOurs(Map.of("Title", hash("Title", "Engineer")))).isFalse();
        assertThat(state.ownWrites().erase("Lead", "00Q1")).isOne();
        assertThat(state.ownWrites().last("Lead", "00Q1")).isEmpty();
    }

    @Test
    void takesTheSameValueInAnotherFormForTheSame() {
        assertThat(hash("Employees", 100)).isEqualTo(hash("Employees", new BigDecimal("100.0")));
        assertThat(hash("Name", "Zoe\u0301 ")).isEqualTo(hash("Name", "Zo\u00e9"));
        assertThat(hash("Name", null)).isEqualTo(hash("Name", " "));
        assertThat(hash("Name", "Zoe")).isNotEqualTo(hash("Title", "Zoe"));
        assertThat(hash("Score", Double.NaN)).isNotEqualTo(hash("Score", 0));
    }

    private boolean isOurs(Map<String, String> now) {
        return state.ownWrites().isOurs("Lead", "00Q1", now);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static ChangeEvent both(
            ChangeKind kind, Set<String> fields, ChangeKind otherKind, Set<String> otherFields) {
        Trigger one = new Trigger(PipelineFixture.event(kind, null, fields, "00Q1"), Set.of(1L), 1);
        Trigger other = new Trigger(PipelineFixture.event(otherKind, null, otherFields, "00Q1"), Set.of(2L), 3);
        Trigger both = one.and(other);
        assertThat(both.eventIds()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(both.attempts()).isEqualTo(3);
        return both.event();
    }

    @Test
    void severalUpdatesChangeAllOfTheirFields() {
        ChangeEvent event = both(ChangeKind.UPDATE, Set.of("Email"), ChangeKind.UPDATE, Set.of("Title"));
        assertThat(event.kind()).isEqualTo(ChangeKind.UPDATE);
        assertThat(event.changedFields()).containsExactlyInAnyOrder("Email", "Title");
    }

    @Test
    void whatIsKnownIsKeptWhereMoreMayHaveChanged() {
        for (ChangeKind kind : new ChangeKind[] {ChangeKind.GAP, ChangeKind.CREATE, ChangeKind.UPDATE}) {
            ChangeEvent before = both(kind, Set.of(), ChangeKind.UPDATE, Set.of("Email"));
            ChangeEvent after = both(ChangeKind.UPDATE, Set.of("Email"), kind, Set.of());
            assertThat(before.kind()).isEqualTo(ChangeKind.GAP);
            assertThat(after.kind()).isEqualTo(ChangeKind.GAP);
            assertThat(before.changedFields()).isEqualTo(after.changedFields()).containsExactly("Email");
        }
        assertThat(both(ChangeKind.CREATE, Set.of("LastName"), ChangeKind.UPDATE, Set.of("Email"))
                        .changedFields())
                .containsExactly("Email");
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.RecordId;
import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.guard.GuardReason;
import io.github.camelleadiq.routes.core.guard.Us;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SalesforceIdsTest {
    private static final String ID = "00Q000000000001EAA";

    @Test
    void shortIdsAndIdsThatHaveLostTheirCaseAreTheSameRecord() {
        for (String id : List.of("00Q5i0000004Abc", "00Q5i0000004AbcEAE", "00q5i0000004abceae", "00Q5I0000004ABCEAE")) {
            assertThat(RecordId.of(id)).isEqualTo("00Q5i0000004AbcEAE");
        }
        for (String other : List.of("00Q1", "12345678901", "123456789012345", "00Q000000000001AAB", "")) {
            assertThat(RecordId.of(other)).isEqualTo(other);
            assertThat(RecordId.isOfSalesforce(other)).isFalse();
        }
    }

    @Test
    void ourUserIsKnownByAShortIdToo() {
        ChangeEvent ours = new ChangeEvent(
                "s",
                "1",
                "k",
                "Lead",
                List.of("00Q000000000001"),
                ChangeKind.UPDATE,
                Set.of("Email"),
                null,
                "0055i0000004AbcAAE",
                Instant.EPOCH);
        assertThat(Guard.event(ours, Fixtures.shipped("lead"), new Us(null, "0055i0000004Abc"))
                        .reason())
                .isEqualTo(GuardReason.OWN_USER);
        assertThat(ours.recordIds()).containsExactly(ID);
    }

    @Test
    void whatIsNoIdIsRefusedWithoutBeingQuoted() {
        for (Object sent :
                List.of(ID + ", ada@example.com", List.of(ID, "Ada Example", "555-0100"), "00Q000000000001AAB")) {
            assertThatThrownBy(() -> new SalesforceIds().enrich(sent, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .contains("are none")
                    .doesNotContainIgnoringCase("ada")
                    .doesNotContain("example", "555");
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SalesforceIdsTest {
    private static final String ID = "00Q000000000001AAA";

    @Test
    void whatIsNoIdIsRefusedWithoutBeingQuoted() {
        for (Object sent : List.of(ID + ", ada@example.com", List.of(ID, "Ada Example", "555-0100"))) {
            assertThatThrownBy(() -> new SalesforceIds().enrich(sent, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .contains("are none")
                    .doesNotContainIgnoringCase("ada")
                    .doesNotContain("example", "555");
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoqlTest {
    @Test
    void aConditionStaysWithinItsParentheses() {
        for (String where : List.of(
                "Rating = 'Hot') OR (Rating = 'Cold'", "(Rating = 'Hot'", "Rating = 'Hot'))", "Rating = 'Hot", ")(")) {
            assertThatThrownBy(() -> new SalesforceBackfill().setWhere(where))
                    .as(where)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("parentheses or quotes")
                    .message()
                    .doesNotContain("Hot");
            assertThatThrownBy(() -> Soql.page("Lead", Set.of(), where, null, 200))
                    .as(where);
        }
        for (String where : List.of(
                "(Rating = 'Hot' OR Rating = 'Cold') AND City != null",
                "Company = 'Acme :-)'",
                "LastName = 'O\\'Neill (' AND City = '\\\\'")) {
            new SalesforceBackfill().setWhere(where);
            assertThat(Soql.page("Lead", Set.of(), where, null, 200)).contains("(" + where + ")");
        }
    }
}

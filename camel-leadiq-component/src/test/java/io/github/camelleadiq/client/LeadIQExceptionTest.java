/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadIQExceptionTest {
    /** What a server says must not look like lines of a log, nor move the cursor of whoever reads it in a terminal. */
    @Test
    void theMessageIsOneLine() {
        String says = "at lookup: busy\r\n2026-03-01 INFO all is well\u001b[2J\u2028more\u202e";
        List<LeadIQException> failures = List.of(
                new LeadIQServerException("searchPeople", 503, says, null),
                new LeadIQAuthenticationException("searchPeople", says),
                new LeadIQGraphQLException(
                        "searchPeople", says, List.of(new GraphQLError(says, List.of(), Map.of())), null));
        assertThat(failures)
                .extracting(Throwable::getMessage)
                .allMatch(message -> message.contains("at lookup: busy 2026-03-01 INFO all is well [2J more"))
                .noneMatch(message -> message.matches("(?s).*[\\p{Cntrl}\u2028\u202e].*"));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@OnEachDatabase
class EnrichmentStateTest extends StateContract {
    @Test
    void findsEverythingWhenOpenedAgain() {
        state.inbox().offer(event("a", "00Q1"));

        EnrichmentState again = EnrichmentState.open(database.dataSource(), clock);

        assertThat(again.inbox().offer(event("a", "00Q1"))).isFalse();
        assertThat(again.inbox().claim("Lead", 1, MINUTE, ME)).hasSize(1);
    }

    @Test
    void livesInASchemaWithOtherTables() {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        for (String table : List.of("run", "source", "seen", "event", "claim_turn", "own_write", "log", "spent")) {
            jdbc.execute("drop table leadiq_" + table);
        }
        jdbc.execute("drop table \"leadiq_schema_history\"");
        jdbc.execute("create table theirs (id integer)");

        EnrichmentState.open(database.dataSource(), clock).inbox().offer(event("a", "00Q1"));

        assertThat(jdbc.queryForObject("select count(*) from theirs", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from leadiq_event", Integer.class))
                .isOne();
    }

    @Test
    void refusesTablesThatSomebodyChanged() {
        new JdbcTemplate(database.dataSource())
                .update("update \"leadiq_schema_history\" set \"checksum\" = 1 where \"version\" = '1'");

        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> EnrichmentState.open(database.dataSource()))
                .withMessageContaining("checksum");
    }

    @Test
    void changesAllOrNothing() {
        state.inbox().offer(event("a", "00Q1"));
        List<Long> ids = ids(claim(1, ME));

        assertThatIllegalStateException()
                .isThrownBy(() -> state.<Void>atomically(() -> {
                    state.log().append(List.of(entry(BigDecimal.ONE)));
                    state.inbox().done(ME, ids);
                    throw new IllegalStateException("a crash");
                }));
        assertThat(state.log().credits("run-1")).isZero();
        assertThat(state.inbox().counts()).containsEntry(EventState.LEASED, 1L);

        state.atomically(() -> {
            state.log().append(List.of(entry(BigDecimal.ONE)));
            return state.inbox().done(ME, ids);
        });
        assertThat(state.log().credits("run-1")).isOne();
        assertThat(state.inbox().counts()).containsEntry(EventState.DONE, 1L);
    }

    @Test
    void failsWithoutTellingValues() {
        StringWriter trace = new StringWriter();

        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> state.log().append(List.of(entry(new BigDecimal("1E20")))))
                .satisfies(e -> e.printStackTrace(new PrintWriter(trace)))
                .withMessageStartingWith("Could not write the enrichment log: SQL state 22");

        assertThat(trace.toString()).doesNotContain("jane");
    }

    private LogEntry entry(BigDecimal credits) {
        return LogEntry.builder("run-1", "Lead", "00Q1", Outcome.WRITTEN, clock.instant())
                .field("Email", null, "jane@example.com")
                .credits(credits)
                .build();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

class ClockCheckTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ClockCheck.class);
    private TestDatabase.Opened database;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.POSTGRESQL.open(directory);
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void close() throws Exception {
        logger.detachAppender(logged);
        database.closing().close();
    }

    @Test
    void aClockThatIsFarFromTheDatabasesIsToldOnce() {
        for (Duration off : List.of(Duration.ofSeconds(20), Duration.ofMinutes(-5))) {
            ClockCheck check = check(off, Duration.ZERO);

            check.look(LEASE);
            check.look(LEASE);
        }

        assertThat(messages()).hasSize(2);
        assertThat(messages().get(0))
                .matches("The clock of this node is (19|20) s ahead of the database's.* lease of 60 s.*\\(NTP\\)");
        assertThat(messages().get(1)).contains(" s behind the database's");
    }

    @Test
    void aSmallDifferenceOrALongLeaseIsNoReason() {
        check(Duration.ofSeconds(10), Duration.ZERO).look(LEASE);
        check(Duration.ofMinutes(-2), Duration.ZERO).look(Duration.ofMinutes(10));

        assertThat(messages()).isEmpty();
    }

    @Test
    void whoeverClaimsLooksAndNotEachTime() {
        EnrichmentState state =
                EnrichmentState.open(database.dataSource(), Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        state.inbox().claim("Lead", 1, LEASE, "node-1");
        state.inbox().claimOfRuns("Lead", 1, LEASE, "node-1");

        assertThat(messages()).hasSize(1);

        ClockCheck rarely = check(Duration.ofHours(1), Duration.ofHours(1));
        rarely.look(Duration.ofDays(1));
        rarely.look(LEASE);
        assertThat(messages()).hasSize(1);
    }

    private ClockCheck check(Duration off, Duration every) {
        return new ClockCheck(new JdbcTemplate(database.dataSource()), Clock.offset(Clock.systemUTC(), off), every);
    }

    private List<String> messages() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}

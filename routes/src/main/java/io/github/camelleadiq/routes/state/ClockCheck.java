/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares this node's clock with the database's, which all nodes see. Leases end by the nodes' clocks: nodes that are far
 * apart take over what others still work on, or leave for long what a dead one had.
 */
final class ClockCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    /** A worker that lives has two thirds of its lease left at least; this much of it may be lost to the clocks. */
    private static final int SHARE = 4;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Duration every;
    private boolean looked;
    private long lookedAt;
    private boolean told;

    ClockCheck(JdbcTemplate jdbc, Clock clock) {
        this(jdbc, clock, LOOK_EVERY);
    }

    /** @param every how often to look */
    ClockCheck(JdbcTemplate jdbc, Clock clock, Duration every) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.every = every;
    }

    /** Looks now and then, and tells once each time that the clocks come apart by more than a share of a lease. */
    synchronized void look(Duration lease) {
        long start = System.nanoTime();
        if (looked && start - lookedAt < every.toNanos()) {
            return;
        }
        looked = true;
        lookedAt = start;
        Instant theirs;
        try {
            theirs = jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class)
                    .toInstant();
        } catch (DataAccessException e) {
            // whoever goes on to claim is told of it
            return;
        }
        Duration ahead = Duration.between(theirs, clock.instant());
        // the database may have looked at its clock at any time in between
        Duration certain = ahead.abs().minusNanos(System.nanoTime() - start);
        boolean apart = certain.compareTo(lease.dividedBy(SHARE)) > 0;
        if (apart && !told) {
            LOG.warn(
                    "The clock of this node is {} s {} the database's, more than a quarter of a lease of {} s: {}. Keep the"
                            + " clocks of all nodes and of the database together (NTP)",
                    certain.toSeconds(),
                    ahead.isNegative() ? "behind" : "ahead of",
                    lease.toSeconds(),
                    ahead.isNegative()
                            ? "what a dead node had is taken over late, and nodes whose clocks are right take over what"
                                    + " this one still works on"
                            : "it takes over what other nodes still work on, and what it has is left for long when it"
                                    + " dies");
        }
        told = apart;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import io.github.camelleadiq.simulator.schema.SimulatedSchema;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sets up a simulator. Everything has a default that suits a test. */
public final class LeadIQSimulatorBuilder {
    private final Set<String> keys = new LinkedHashSet<>();
    private int port;
    private SimulatedSchema schema = SimulatedSchema.of(Dialect.LIVE);
    private ErrorStyle errorStyle = ErrorStyle.IN_BODY;
    private int requestsPerMinute;
    private boolean retryAfter;
    private boolean countAliases;
    private BigDecimal credits;
    private Duration latency = Duration.ZERO;
    private int population = 1_000;
    private boolean introspection = true;
    private boolean nullableRoots;
    private int maxAliases;
    private int maxDocumentSize;
    private int taskPolls = 2;
    private Duration taskDuration = Duration.ZERO;
    private Clock clock = Clock.systemUTC();

    LeadIQSimulatorBuilder() {}

    /** Where to listen on 127.0.0.1; 0, the default, for any free port. */
    public LeadIQSimulatorBuilder port(int value) {
        port = value;
        return this;
    }

    /** Which schema to serve; the live one by default. */
    public LeadIQSimulatorBuilder dialect(Dialect value) {
        return schema(SimulatedSchema.of(value));
    }

    /** Which schema to serve, perhaps one with fields removed. */
    public LeadIQSimulatorBuilder schema(SimulatedSchema value) {
        schema = value;
        return this;
    }

    /** A plain key that is let in; may be called several times. {@link LeadIQSimulator#DEMO_KEY} if never called. */
    public LeadIQSimulatorBuilder key(String value) {
        keys.add(value);
        return this;
    }

    /** How refusals reach the caller; inside an HTTP 200 by default. */
    public LeadIQSimulatorBuilder errorStyle(ErrorStyle value) {
        errorStyle = value;
        return this;
    }

    /** How many requests a key may make within any sixty seconds; 0, the default, for any number. */
    public LeadIQSimulatorBuilder requestsPerMinute(int value) {
        requestsPerMinute = value;
        return this;
    }

    /** Whether a 429 says when to come back; by default it does not, as at LeadIQ. */
    public LeadIQSimulatorBuilder retryAfter(boolean value) {
        retryAfter = value;
        return this;
    }

    /** Whether every lookup of a request counts against the rate limit, and not only the request. */
    public LeadIQSimulatorBuilder countAliases(boolean value) {
        countAliases = value;
        return this;
    }

    /** How many Universal Credits each key has; no limit by default. */
    public LeadIQSimulatorBuilder credits(long value) {
        return credits(BigDecimal.valueOf(value));
    }

    /** How many Universal Credits each key has, exact. */
    public LeadIQSimulatorBuilder credits(BigDecimal value) {
        credits = value;
        return this;
    }

    /** How long every answer takes at least. */
    public LeadIQSimulatorBuilder latency(Duration value) {
        latency = value;
        return this;
    }

    /** How many people the advanced searches range over; 1,000 by default, up to 1,000,000. */
    public LeadIQSimulatorBuilder population(int value) {
        population = value;
        return this;
    }

    /** Whether the schema may be asked for; yes by default, even by anonymous callers. */
    public LeadIQSimulatorBuilder introspection(boolean value) {
        introspection = value;
        return this;
    }

    /** Whether a failing query field leaves its siblings alone; by default it nulls all data where the schema says so. */
    public LeadIQSimulatorBuilder nullableRoots(boolean value) {
        nullableRoots = value;
        return this;
    }

    /** How many aliased fields the root of a request may have; 0, the default, for any number. */
    public LeadIQSimulatorBuilder maxAliases(int value) {
        maxAliases = value;
        return this;
    }

    /** How many characters a document may have before it is refused with 413; 0, the default, for any number. */
    public LeadIQSimulatorBuilder maxDocumentSize(int value) {
        maxDocumentSize = value;
        return this;
    }

    /** How often a tracking task or contact import is seen Processing before it is done; 2 by default. */
    public LeadIQSimulatorBuilder taskPolls(int value) {
        taskPolls = value;
        return this;
    }

    /** How long a tracking task or contact import stays Processing at least, by the clock. */
    public LeadIQSimulatorBuilder taskDuration(Duration value) {
        taskDuration = value;
        return this;
    }

    /** Tells the time for rate limit, free years and tasks. */
    public LeadIQSimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Starts to listen. */
    public LeadIQSimulator start() {
        return new LeadIQSimulator(config());
    }

    SimulatorConfig config() {
        return new SimulatorConfig(
                port,
                schema,
                keys.isEmpty() ? Set.of(LeadIQSimulator.DEMO_KEY) : Set.copyOf(keys),
                errorStyle,
                requestsPerMinute,
                retryAfter,
                countAliases,
                credits,
                latency,
                population,
                introspection,
                nullableRoots,
                maxAliases,
                maxDocumentSize,
                taskPolls,
                taskDuration,
                clock);
    }
}

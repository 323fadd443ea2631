/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import io.github.camelleadiq.simulator.credit.CreditMeter;
import io.github.camelleadiq.simulator.engine.Backend;
import io.github.camelleadiq.simulator.engine.GraphQLEngine;
import io.github.camelleadiq.simulator.http.HttpFront;
import io.github.camelleadiq.simulator.http.LoopbackServer;
import io.github.camelleadiq.simulator.http.Traffic;
import io.github.camelleadiq.simulator.people.Population;
import io.github.camelleadiq.simulator.schema.SimulatedSchema;
import io.github.camelleadiq.simulator.state.TaskProgress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * LeadIQ on loopback: validates every request against the schema, bills by what is selected, and fails on demand. All
 * people and companies are invented, the same in every run, and told apart by the words in their identifiers:
 * {@code nobody...} and {@code unknown.example} are not found, {@code several...} are many, {@code optedout},
 * {@code suppressed}, {@code noemail}, {@code nophone}, {@code invalid} and {@code unverified} are what they say,
 * {@code poison} fails.
 */
public final class LeadIQSimulator implements AutoCloseable {
    /** Opens a simulator that was given no key. Worthless anywhere else. */
    public static final String DEMO_KEY = "demo-key-for-the-simulator-only";

    private final LoopbackServer server;
    private final SimulatorConfig config;
    private final Backend backend;
    private final GraphQLEngine engine;
    private final RequestLimit limiter;
    private final Faults faults = new Faults();
    private final Traffic traffic = new Traffic();
    private final FrontDesk desk;

    LeadIQSimulator(SimulatorConfig config) {
        this.config = config;
        CreditMeter meter = new CreditMeter(config.clock(), config.credits());
        backend = new Backend(
                config.clock(),
                new TaskProgress.Pace(config.taskPolls(), config.taskDuration()),
                meter,
                new Population(config.population()));
        engine = new GraphQLEngine(backend, served(config.schema()));
        limiter = new RequestLimit(config.requestsPerMinute(), Duration.ofMinutes(1), config.clock());
        desk = new FrontDesk(config, engine, limiter, faults);
        server = new LoopbackServer(
                "leadiq-simulator", config.port(), 16, 8 * 1024, scheduler -> new HttpFront(desk, scheduler, traffic));
    }

    public static LeadIQSimulatorBuilder builder() {
        return new LeadIQSimulatorBuilder();
    }

    /** Where to POST to. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/graphql");
    }

    public int port() {
        return server.port();
    }

    /** The value of the {@code Authorization} header that a key gives. */
    public static String authorization(String key) {
        return FrontDesk.basic(key);
    }

    /** Serves another schema from the next request on. */
    public void schema(SimulatedSchema schema) {
        engine.serve(served(schema));
    }

    /** The schema served now. */
    public SimulatedSchema schema() {
        return engine.schema();
    }

    /** Makes every answer take at least so long, from the next request on. */
    public void latency(Duration latency) {
        desk.latency(latency);
    }

    /** Allows or refuses to tell the schema, from the next request on. */
    public void introspection(boolean allowed) {
        desk.introspection(allowed);
    }

    public Faults faults() {
        return faults;
    }

    public CreditMeter meter() {
        return backend.meter();
    }

    /** The last 10,000 requests that were well-formed JSON, oldest first. */
    public List<SimulatedRequest> requests() {
        return desk.requests().entries();
    }

    /** How many requests came in, whatever became of them. */
    public long requestCount() {
        return desk.requests().count();
    }

    /** How many root fields were resolved: several to a request that uses aliases. */
    public long lookupCount() {
        return backend.lookups().get();
    }

    /** Why requests did not fit the schema, oldest first. Empty is what a client should aim for. */
    public List<String> validationErrors() {
        return desk.validationErrors().entries();
    }

    /** How often the rate limit refused a request. */
    public long rateLimitedCount() {
        return limiter.refused();
    }

    /** How many requests are being answered now. */
    public int concurrency() {
        return traffic.inFlight();
    }

    /** The most requests that were being answered at the same time. */
    public int peakConcurrency() {
        return traffic.peak();
    }

    /** Forgets requests, charges, faults, limits and all state of all keys, and goes back to how it was set up. */
    public void reset() {
        faults.clear();
        limiter.reset();
        backend.reset();
        traffic.reset();
        desk.requests().clear();
        desk.validationErrors().clear();
        desk.latency(config.latency());
        desk.introspection(config.introspection());
        schema(config.schema());
    }

    @Override
    public void close() {
        server.close();
    }

    private SimulatedSchema served(SimulatedSchema schema) {
        return config.nullableRoots() ? schema.withNullableRoots() : schema;
    }
}

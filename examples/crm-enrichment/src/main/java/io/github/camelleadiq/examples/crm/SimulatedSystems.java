/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SeedPlan;
import io.github.camelleadiq.simulator.salesforce.Seeded;
import io.github.camelleadiq.simulator.salesforce.org.ValidationRule;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** LeadIQ and a Salesforce org full of invented people and gaps, the same each time. */
record SimulatedSystems(LeadIQSimulator leadIQ, SalesforceSimulator salesforce, Seeded seeded)
        implements AutoCloseable {

    static final SeedPlan PLAN = SeedPlan.of(240, 140, 40);
    static final String PARTNER = "Partner";

    private static final int LOCKED = 4;

    /** Of what was there before. */
    private static final Duration AGE = Duration.ofDays(30);

    static SimulatedSystems start() {
        AtomicReference<Duration> ago = new AtomicReference<>(AGE);
        SalesforceSimulator salesforce =
                SalesforceSimulator.builder().clock(clock(ago)).start();
        Seeded seeded = salesforce.seed(PLAN);
        ago.set(Duration.ZERO);
        salesforce
                .rules()
                .validation(new ValidationRule(
                        "Lead",
                        lead -> PARTNER.equals(lead.get("LeadSource")) && lead.get("MobilePhone") != null,
                        "Mobile numbers of partners are kept elsewhere",
                        "MobilePhone"));
        return new SimulatedSystems(LeadIQSimulator.builder().start(), salesforce, seeded);
    }

    private static Clock clock(AtomicReference<Duration> ago) {
        InstantSource source = () -> Instant.now().minus(ago.get());
        return source.withZone(ZoneOffset.UTC);
    }

    /** Another user is saving the next records that are to be written. */
    void lockSomeRecords() {
        salesforce.faults().lockRows(LOCKED);
    }

    /** What LeadIQ has charged. */
    BigDecimal meter() {
        return leadIQ.meter().total(LeadIQSimulator.DEMO_KEY);
    }

    @Override
    public void close() {
        leadIQ.close();
        salesforce.close();
    }
}

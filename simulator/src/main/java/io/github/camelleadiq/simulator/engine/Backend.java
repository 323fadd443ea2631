/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import io.github.camelleadiq.simulator.credit.CreditMeter;
import io.github.camelleadiq.simulator.people.PeopleDirectory;
import io.github.camelleadiq.simulator.people.Population;
import io.github.camelleadiq.simulator.state.AccountState;
import io.github.camelleadiq.simulator.state.TaskProgress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What stands behind the schema of one simulator: the invented world, and what each key did to it. */
public final class Backend {
    private final Clock clock;
    private final TaskProgress.Pace pace;
    private final CreditMeter meter;
    private final Population population;
    private final PeopleDirectory people = new PeopleDirectory();
    private final Map<String, AccountState> accounts = new ConcurrentHashMap<>();
    private final AtomicLong lookups = new AtomicLong();

    public Backend(Clock clock, TaskProgress.Pace pace, CreditMeter meter, Population population) {
        this.clock = clock;
        this.pace = pace;
        this.meter = meter;
        this.population = population;
    }

    public Clock clock() {
        return clock;
    }

    public CreditMeter meter() {
        return meter;
    }

    /** How many root fields were resolved. */
    public AtomicLong lookups() {
        return lookups;
    }

    /** Forgets what the keys did. */
    public void reset() {
        accounts.clear();
        meter.reset();
        lookups.set(0);
    }

    Population population() {
        return population;
    }

    PeopleDirectory people() {
        return people;
    }

    AccountState account(String key) {
        return accounts.computeIfAbsent(key, k -> AccountState.create(clock, pace));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import io.github.camelleadiq.simulator.people.PeopleDirectory;
import io.github.camelleadiq.simulator.people.SimPerson;

/**
 * One result of a scan.
 *
 * @param company the tracked company
 * @param number  0, 1, ... within the company
 */
public record SimulatedJobChange(String id, TrackingTask task, TrackedCompanyEntry company, int number) {
    private static final String[] MOVERS = {"mona.mover", "pedro.promoted", "jana.joiner", "tariq.titled"};

    public SimPerson person() {
        String suffix = number < MOVERS.length ? "" : "." + number;
        return PeopleDirectory.byEmail(MOVERS[number % MOVERS.length] + suffix + "@" + company.domain());
    }

    /** Every other one is a change of title within the company. */
    public String type() {
        return number % 2 == 0 ? "JobChange" : "TitleChange";
    }
}

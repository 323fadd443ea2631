/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

/** A simulated LeadIQ for a test class. */
public final class LeadIQSimulatorExtension extends SimulatorExtension<LeadIQSimulator> {
    public LeadIQSimulatorExtension() {
        this(LeadIQSimulator.builder());
    }

    public LeadIQSimulatorExtension(LeadIQSimulatorBuilder builder) {
        super(builder::start, LeadIQSimulator::reset);
    }
}

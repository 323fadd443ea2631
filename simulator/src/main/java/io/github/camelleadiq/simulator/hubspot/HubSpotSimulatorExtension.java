/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.SimulatorExtension;

/** A simulated HubSpot for a test class. */
public final class HubSpotSimulatorExtension extends SimulatorExtension<HubSpotSimulator> {
    public HubSpotSimulatorExtension() {
        this(HubSpotSimulator.builder());
    }

    public HubSpotSimulatorExtension(HubSpotSimulatorBuilder builder) {
        super(builder::start, HubSpotSimulator::reset);
    }
}

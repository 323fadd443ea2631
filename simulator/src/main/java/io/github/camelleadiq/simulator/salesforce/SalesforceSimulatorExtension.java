/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.SimulatorExtension;

/** A simulated Salesforce for a test class. */
public final class SalesforceSimulatorExtension extends SimulatorExtension<SalesforceSimulator> {
    public SalesforceSimulatorExtension() {
        this(SalesforceSimulator.builder());
    }

    public SalesforceSimulatorExtension(SalesforceSimulatorBuilder builder) {
        super(builder::start, SalesforceSimulator::reset);
    }
}

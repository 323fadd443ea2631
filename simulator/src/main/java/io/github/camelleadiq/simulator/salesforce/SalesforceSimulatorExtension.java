/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulated Salesforce for a test class. Registered on a static field it runs for the whole class and is reset before
 * each test; on an instance field there is a new one for each test.
 */
public final class SalesforceSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final SalesforceSimulatorBuilder builder;
    private SalesforceSimulator simulator;
    private boolean shared;

    public SalesforceSimulatorExtension() {
        this(SalesforceSimulator.builder());
    }

    public SalesforceSimulatorExtension(SalesforceSimulatorBuilder builder) {
        this.builder = builder;
    }

    /** The running simulator. */
    public SalesforceSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator runs only while tests do");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = true;
        simulator = builder.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (shared) {
            simulator.reset();
        } else {
            simulator = builder.start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!shared) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    private void stop() {
        simulator.close();
        simulator = null;
    }
}

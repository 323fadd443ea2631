/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulator for a test class. Registered on a static field it runs for the whole class and is reset before each test; on
 * an instance field there is a new one for each test.
 */
public abstract class SimulatorExtension<S extends AutoCloseable>
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final Supplier<S> start;
    private final Consumer<S> reset;
    private S simulator;
    private boolean shared;

    protected SimulatorExtension(Supplier<S> start, Consumer<S> reset) {
        this.start = start;
        this.reset = reset;
    }

    /** The running simulator. */
    public S simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator runs only while tests do");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = true;
        simulator = start.get();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (shared) {
            reset.accept(simulator);
        } else {
            simulator = start.get();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (!shared) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        stop();
    }

    private void stop() throws Exception {
        simulator.close();
        simulator = null;
    }
}

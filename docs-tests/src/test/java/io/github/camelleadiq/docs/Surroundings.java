/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;

/** What the Java of the pages takes for granted: a route builder, and what a reader has at hand under these names. */
public abstract class Surroundings extends RouteBuilder {
    protected CamelContext context;
    protected CamelContext camelContext;
    protected Registry registry;
    protected DataSource dataSource;
    protected DataSource yourPostgresPool;
    protected Checkpoint checkpoint;

    /** Where a reader keeps how far a list was worked on. */
    public interface Checkpoint {
        void store(int offset);
    }

    Surroundings in(CamelContext value, DataSource database) {
        context = value;
        camelContext = value;
        registry = value.getRegistry();
        dataSource = database;
        yourPostgresPool = database;
        checkpoint = offset -> value.getRegistry().bind("checkpoint", offset);
        return this;
    }
}

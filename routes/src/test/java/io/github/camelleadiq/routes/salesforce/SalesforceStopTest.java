/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Stopping while events arrive is nothing to worry anybody about. */
class SalesforceStopTest {
    private static final List<String> LOGGERS = List.of("org.apache.camel", "org.cometd", "io.github.camelleadiq");
    private static final int LEADS = 300;

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    @TempDir
    Path directory;

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final AtomicInteger handed = new AtomicInteger();
    private volatile boolean down;
    private H2State h2;
    private Salesforce salesforce;

    @BeforeEach
    void open() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        salesforce = new Salesforce(simulator);
        salesforce.camel.getRegistry().bind("leadiqState", EnrichmentState.open(h2.dataSource()));
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:changes").process(exchange -> {
                    handed.incrementAndGet();
                    if (down) {
                        throw new IllegalStateException("the database is down");
                    }
                });
            }
        });
        salesforce.start();
        LOGGERS.forEach(name -> logger(name).setLevel(Level.WARN));
        LOGGERS.forEach(name -> logger(name).addAppender(logged));
    }

    @AfterEach
    void close() {
        LOGGERS.forEach(name -> logger(name).detachAppender(logged));
        LOGGERS.forEach(name -> logger(name).setLevel(name.startsWith("io.") ? null : Level.OFF));
        salesforce.close();
        h2.close();
    }

    @Test
    void ofTheRouteIsQuiet() throws Exception {
        salesforce.leads(LEADS);
        start(1);
        salesforce.camel.getRouteController().stopRoute("leads");
        await().until(() -> simulator.streaming().subscriptions() == 0);
        assertQuiet();
    }

    @Test
    void ofTheContextIsQuiet() throws Exception {
        salesforce.leads(LEADS);
        start(1);
        salesforce.close();
        assertQuiet();
    }

    @Test
    void whileNothingCanBeStoredIsQuiet() throws Exception {
        down = true;
        salesforce.leads(LEADS);
        // more than a second to the next try
        start(4);
        salesforce.close();
        assertQuiet();
    }

    private void start(int lists) throws Exception {
        salesforce.route(
                SalesforceRoutes.CHANGES,
                "object",
                "Lead",
                "name",
                "leads",
                "changesUri",
                "direct:changes",
                "initialReplayId",
                "-2",
                "check",
                "50");
        await().until(() -> handed.get() >= lists);
        logged.start();
    }

    private void assertQuiet() {
        assertThat(logged.list).isEmpty();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}

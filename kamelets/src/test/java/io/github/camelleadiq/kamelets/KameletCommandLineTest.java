/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.KameletMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes of docs/kamelets.md in the runtime of Camel's command line. */
class KameletCommandLineTest {

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @Test
    void aKameletRuns() throws Exception {
        Exchange done = run("person.camel.yaml");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(String.class)).contains("\"fullName\":\"Ada Example\"");
        assertThat(LEADIQ.simulator().meter().charges()).hasSize(1);
    }

    @Test
    void aPlainRouteRuns() throws Exception {
        Exchange done = run("search.camel.yaml");

        assertThat(done.getException()).isNull();
        assertThat(LEADIQ.simulator().meter().charges()).hasSize(1);
    }

    @Test
    void aMessageWithoutAMatchGoesOnIfAskedTo() throws Exception {
        Exchange done = run("pass.camel.yaml");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(String.class)).contains("several.people");
    }

    /** Runs a route until its one message is through. */
    private static Exchange run(String route) throws Exception {
        Completed completed = new Completed();
        KameletMain main = new KameletMain("camel.jbang");
        // what it would download is on the class path of the test
        main.setDownload(false);
        main.setSilent(true);
        main.bind("completed", completed);
        main.addInitialProperty("camel.jbang.kameletsVersion", new DefaultCamelContext().getVersion());
        main.addInitialProperty("camel.main.routesIncludePattern", "classpath:docs/" + route);
        main.addInitialProperty("leadiq.url", LEADIQ.simulator().url().toString());
        main.addInitialProperty("leadiq.key", LeadIQSimulator.DEMO_KEY);
        main.start();
        try {
            Exchange done = completed.next();
            return done;
        } finally {
            main.stop();
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The round trip in a process of its own: address of Salesforce, address of LeadIQ, directory of the state. */
final class Worker {

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        EnrichmentState state = EnrichmentState.open(
                H2State.file(Path.of(arguments[2]).resolve("state")).dataSource());
        new Node(URI.create(arguments[0]), URI.create(arguments[1]), state)
                .with(routes -> routes.profile("salesforce/lead").parameter("pollDelay", "200"))
                .start("Lead");
        // not a daemon: the process lives until it is killed
        Executors.newSingleThreadScheduledExecutor()
                .scheduleAtFixedRate(() -> report(state), 0, 250, TimeUnit.MILLISECONDS);
    }

    private static void report(EnrichmentState state) {
        System.out.println("inbox " + state.inbox().counts() + " dead "
                + state.deadLetters().list(0, 10).size());
    }
}

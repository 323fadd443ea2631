/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.routes.state.H2State;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Enriches leads as they change, by the shipped route templates, under a limit of requests to LeadIQ. */
public final class ChangesMain {

    private ChangesMain() {}

    /** @param arguments the URLs of Salesforce and LeadIQ, the directory of the state, and LeadIQ's requests a minute */
    public static void main(String[] arguments) throws Exception {
        try (H2State database = H2State.file(Path.of(arguments[2], "state"));
                ShippedRoutes routes = new ShippedRoutes(
                        database, URI.create(arguments[0]), URI.create(arguments[1]), Integer.parseInt(arguments[3]))) {
            routes.addChanges();
            routes.camel.start();
            CommandLoop.serve(Map.of("waiting", nothing -> Inbox.waiting(routes.state)));
        }
        System.exit(0);
    }
}

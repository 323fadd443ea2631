/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What is connected: real systems, or the simulators inside this program.
 *
 * @param simulated null when the systems are real
 */
record Systems(
        URI salesforce, String clientId, String clientSecret, URI leadIQ, String apiKey, SimulatedSystems simulated)
        implements AutoCloseable {

    private static final String LOGIN_URL = "SALESFORCE_LOGIN_URL";
    private static final String CLIENT_ID = "SALESFORCE_CLIENT_ID";
    private static final String CLIENT_SECRET = "SALESFORCE_CLIENT_SECRET";
    private static final String API_KEY = "LEADIQ_API_KEY";

    /** A key of LeadIQ alone is what the other example needs, and no sign that this one is meant for real. */
    private static final List<String> SALESFORCE = List.of(LOGIN_URL, CLIENT_ID, CLIENT_SECRET);

    /** @throws IllegalArgumentException when the environment has some of what is needed, or nothing with --live */
    static Systems of(CrmOptions options, Map<String, String> environment) {
        if (!options.live() && SALESFORCE.stream().noneMatch(name -> has(environment, name))) {
            return simulators();
        }
        List<String> missing = List.of(LOGIN_URL, CLIENT_ID, CLIENT_SECRET, API_KEY).stream()
                .filter(name -> !has(environment, name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The environment lacks " + String.join(", ", missing));
        }
        return new Systems(
                URI.create(environment.get(LOGIN_URL).strip()),
                environment.get(CLIENT_ID).strip(),
                environment.get(CLIENT_SECRET).strip(),
                options.leadIQUrl(),
                environment.get(API_KEY).strip(),
                null);
    }

    private static Systems simulators() {
        SimulatedSystems simulated = SimulatedSystems.start();
        return new Systems(
                simulated.salesforce().url(),
                SalesforceSimulator.CLIENT_ID,
                SalesforceSimulator.CLIENT_SECRET,
                simulated.leadIQ().url(),
                LeadIQSimulator.DEMO_KEY,
                simulated);
    }

    private static boolean has(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    boolean areSimulated() {
        return simulated != null;
    }

    @Override
    public void close() {
        if (simulated != null) {
            simulated.close();
        }
    }

    /** Never keys. */
    @Override
    public String toString() {
        return "Systems[" + salesforce + ", " + leadIQ + "]";
    }
}

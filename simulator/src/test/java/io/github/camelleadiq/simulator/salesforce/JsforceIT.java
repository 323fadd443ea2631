/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.simulator.NodeProject;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that is not ours against the simulator: jsforce. See {@link NodeProject} for what it needs. */
class JsforceIT {
    private static final int LEADS = 2_500;

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private final SalesforceSimulator simulator = SALESFORCE.simulator();

    @Test
    void jsforceTakesItForSalesforce() throws Exception {
        simulator.seed(
                "Lead", IntStream.range(0, LEADS).mapToObj(i -> Map.of("LastName", "Doe" + i, "Company", "Acme")));
        new NodeProject("jsforce")
                .drive(Map.of(
                        "LOGIN_URL", simulator.url().toString(),
                        "CLIENT_ID", SalesforceSimulator.CLIENT_ID,
                        "CLIENT_SECRET", SalesforceSimulator.CLIENT_SECRET,
                        "USER_NAME", SalesforceSimulator.USER_NAME,
                        "PASSWORD", SalesforceSimulator.PASSWORD,
                        "API_VERSION", "62.0",
                        "LEADS", String.valueOf(LEADS)));
        assertThat(simulator.history()).isNotEmpty().allMatch(write -> "jsforce-test".equals(write.client()));
        assertThat(simulator.records("Lead"))
                .filteredOn(lead -> lead.get("Title") != null)
                .hasSize(199);
    }
}

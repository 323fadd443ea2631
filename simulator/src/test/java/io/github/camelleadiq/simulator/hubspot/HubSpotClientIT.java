/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.simulator.NodeProject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HubSpot's own client for Node.js against the simulator; it knows v3 only. See {@link NodeProject} for what it needs. */
class HubSpotClientIT {
    private static final int CONTACTS = 450;

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT =
            new HubSpotSimulatorExtension(HubSpotSimulator.builder().apiVersion("v3"));

    private final HubSpotSimulator simulator = HUBSPOT.simulator();

    @Test
    void hubSpotsClientTakesItForHubSpot() throws Exception {
        List<String> contacts =
                simulator.seed("contacts", IntStream.range(0, CONTACTS).mapToObj(i -> Map.of("lastname", "Doe" + i)));
        simulator.associate(contacts.get(0), simulator.seed("companies", Map.of("name", "Acme")));
        new NodeProject("hubspot")
                .drive(Map.of(
                        "BASE_PATH", simulator.url().toString(),
                        "TOKEN", HubSpotSimulator.TOKEN,
                        "CLIENT_ID", HubSpotSimulator.CLIENT_ID,
                        "CLIENT_SECRET", HubSpotSimulator.CLIENT_SECRET,
                        "REFRESH_TOKEN", HubSpotSimulator.REFRESH_TOKEN,
                        "CONTACTS", String.valueOf(CONTACTS)));
        assertThat(simulator.writes()).hasSize(99).allMatch(write -> write.sourceId()
                .equals(String.valueOf(HubSpotSimulator.APP_ID)));
        assertThat(simulator.record("contacts", contacts.get(0))).containsEntry("jobtitle", "CEO");
    }
}

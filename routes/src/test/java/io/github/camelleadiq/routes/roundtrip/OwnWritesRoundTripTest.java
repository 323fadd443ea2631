/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we write comes back as a change, and starts nothing: by any of three signs. */
class OwnWritesRoundTripTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "by {0}")
    @CsvSource({"tag,leadiq,", "user,'',API", "values,'',"})
    void areKnownByEachSignAlone(String sign, String clientId, String userId) throws Exception {
        try (RoundTrip trip = new RoundTrip(directory)) {
            String lead = trip.lead("Example");
            // LeadIQ does not know the email, so that something stays missing
            String gap = trip.lead("Noemail");
            trip.node
                    .with(routes -> routes.profile("salesforce/lead")
                            .parameter("clientId", clientId)
                            .parameter("userId", userId == null ? "" : SalesforceSimulator.API_USER))
                    .start("Lead");
            // two of ours, which come back as two more
            await().until(() -> trip.salesforce.eventsSent() >= 4);
            trip.awaitSettled(2);
            long lookups = trip.lookups();

            // somebody's change behind ours: once it is settled, ours have been seen
            trip.salesforce.humanUpdate("Lead", lead, Map.of("Title", "Chief Example"));
            await().until(() -> trip.salesforce.eventsSent() >= 5);
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> RoundTrip.isSettled(trip.state, 3));

            assertThat(lookups).isEqualTo(2);
            assertThat(trip.lookups()).isEqualTo(lookups);
            assertThat(trip.writes(lead)).hasSize(1);
            assertThat(trip.writes(gap)).hasSize(1);
        }
    }
}

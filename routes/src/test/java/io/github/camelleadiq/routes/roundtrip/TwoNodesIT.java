/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Two equal nodes on one PostgreSQL: both listen to the org, both enrich. */
class TwoNodesIT {
    private static final int LEADS = 200;

    private int nodes;

    @Test
    void eachRecordIsLookedUpAndWrittenOnce() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                LeadIQSimulator leadIQ = LeadIQSimulator.builder()
                        .latency(Duration.ofMillis(200))
                        .start();
                SalesforceSimulator salesforce = SalesforceSimulator.builder().start()) {
            EnrichmentState first = EnrichmentState.open(pool(server));
            EnrichmentState second = EnrichmentState.open(pool(server));
            try (Node one = node(salesforce, leadIQ, first);
                    Node two = node(salesforce, leadIQ, second)) {
                // two events of each, one after the other: they must not be in two hands
                List<String> ids = IntStream.range(0, LEADS)
                        .mapToObj(i -> {
                            String id = salesforce.create("Lead", lead(i));
                            salesforce.humanUpdate("Lead", id, Map.of("Title", "Invented title"));
                            return id;
                        })
                        .toList();
                one.start("Lead");
                two.start("Lead");
                await().atMost(Duration.ofSeconds(120))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> RoundTrip.isSettled(first, 2 * LEADS));

                assertThat(ids).allSatisfy(id -> {
                    assertThat(salesforce.record("Lead", id).get("Email")).isNotNull();
                    assertThat(salesforce.history(id))
                            .filteredOn(write -> Node.CLIENT.equals(write.client()))
                            .hasSize(1);
                });
                assertThat(asked(leadIQ)).hasSize(LEADS).containsOnly(1L);
                assertThat(first.deadLetters().list(0, 10)).isEmpty();
                // both had their share
                Set<String> runs = Set.of("one", "two");
                assertThat(runs)
                        .allSatisfy(run -> assertThat(first.log().outcomes(run)).containsKey(Outcome.WRITTEN));
            }
        }
    }

    private Node node(SalesforceSimulator salesforce, LeadIQSimulator leadIQ, EnrichmentState state) throws Exception {
        String run = nodes++ == 0 ? "one" : "two";
        return new Node(salesforce.url(), leadIQ.url(), state).with(routes -> routes.profile("salesforce/lead")
                .parameter("batchSize", "20")
                .parameter("runId", run));
    }

    private static JdbcConnectionPool pool(EmbeddedPostgres server) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(server.getJdbcUrl("postgres", "postgres"));
        return JdbcConnectionPool.create(source);
    }

    private static Map<String, Object> lead(int number) {
        return Map.of(
                "FirstName", "Ada", "LastName", "Sample" + number + "x", "Company", "Acme", "Website", "acme.example");
    }

    /** How often each person was asked for. */
    private static List<Long> asked(LeadIQSimulator leadIQ) {
        Map<String, Long> asked = new HashMap<>();
        leadIQ.requests().stream()
                .filter(request -> !request.introspection())
                .flatMap(request -> request.variables().values().stream())
                .map(TwoNodesIT::lastName)
                .filter(name -> !name.isEmpty())
                .forEach(name -> asked.merge(name, 1L, Long::sum));
        return List.copyOf(asked.values());
    }

    private static String lastName(Object variable) {
        return variable instanceof Map<?, ?> input ? String.valueOf(input.get("lastName")) : "";
    }
}

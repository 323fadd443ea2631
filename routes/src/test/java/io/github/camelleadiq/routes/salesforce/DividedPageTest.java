/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.routes.PageOutcome;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that a record makes fail, in a step of one's own for instance. */
class DividedPageTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private static final String RUN = "leads-2026";

    @TempDir
    Path directory;

    private final Set<String> done = new HashSet<>();
    private final Set<String> bad = new HashSet<>();
    private int failuresLeft;
    private int handOvers;
    private H2State h2;
    private EnrichmentState state;
    private Salesforce salesforce;

    @BeforeEach
    void open() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
        salesforce = new Salesforce(SALESFORCE.simulator());
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            @SuppressWarnings("unchecked")
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:records").process(exchange -> {
                    List<CrmRecord> page = exchange.getMessage().getBody(List.class);
                    handOvers++;
                    if (failuresLeft-- > 0 || page.stream().map(CrmRecord::id).anyMatch(bad::contains)) {
                        throw new IllegalStateException("a step fails");
                    }
                    List<String> found =
                            page.stream().map(CrmRecord::id).filter(done::add).toList();
                    spend(found);
                    exchange.getMessage()
                            .setBody(new Answer(
                                    new RunCounts(page.size(), 0, found.size(), found.size(), 0, 0),
                                    BigDecimal.valueOf(found.size())));
                });
            }
        });
        salesforce.start();
    }

    private record Answer(RunCounts counts, BigDecimal credits) implements PageOutcome {}

    /** As the pipeline does: in the log, and told. */
    private void spend(List<String> ids) {
        state.log()
                .append(ids.stream()
                        .map(id -> LogEntry.builder(RUN, "Lead", id, Outcome.WRITTEN, Instant.now())
                                .credits(BigDecimal.ONE)
                                .build())
                        .toList());
    }

    @AfterEach
    void close() {
        salesforce.close();
        h2.close();
    }

    @Test
    void theRunGoesOnBehindRecordsThatTheirPageFailsFor() {
        List<String> ids = salesforce.leads(500);
        List<String> culprits = List.of(ids.get(0), ids.get(250), ids.get(251), ids.get(499));
        bad.addAll(culprits);

        Run run = backfill(2).run();

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.cursor()).isEqualTo(ids.get(499));
        assertThat(run.counts().read()).isEqualTo(500);
        assertThat(run.counts().failed()).isEqualTo(4);
        assertThat(given()).containsExactlyInAnyOrderElementsOf(culprits);
        assertThat(done).hasSize(496);
    }

    @Test
    void nobodyIsGivenUpWhereNobodyGetsThrough() {
        salesforce.leads(300);
        failuresLeft = Integer.MAX_VALUE;

        assertThatThrownBy(() -> backfill(4).run()).hasStackTraceContaining("a step fails");

        assertThat(state.runs().find(RUN)).hasValueSatisfying(run -> {
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.cursor()).isNull();
        });
        assertThat(given()).isEmpty();
    }

    @Test
    void nobodyIsGivenUpForAnOutageThatEnds() {
        List<String> ids = salesforce.leads(300);
        failuresLeft = 25;

        assertThat(backfill(10).run().state()).isEqualTo(RunState.DONE);

        assertThat(given()).isEmpty();
        assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "3, 78", "30, 572"})
    void fewHandOversTellTheBadRecordsOfAWindow(int several, int most) {
        List<String> ids = leads(5_000);
        List<String> culprits = IntStream.range(0, several)
                .mapToObj(i -> ids.get(i * 5_000 / several + 77))
                .toList();
        bad.addAll(culprits);

        Run run = backfill(2).run();

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().read()).isEqualTo(5_000);
        assertThat(run.counts().failed()).isEqualTo(several);
        assertThat(run.credits()).isEqualByComparingTo(BigDecimal.valueOf(5_000L - several));
        assertThat(run.counts().written()).isEqualTo(5_000 - several);
        assertThat(given()).containsExactlyInAnyOrderElementsOf(culprits);
        assertThat(done).hasSize(5_000 - several);
        assertThat(handOvers).isLessThanOrEqualTo(most);
    }

    @Test
    void badRecordsSideBySideAreNoOutageAsLongAsOthersGetThrough() {
        List<String> ids = leads(5_000);
        bad.addAll(ids.subList(0, 5));
        bad.addAll(ids.subList(2_000, 2_030));

        assertThat(backfill(2).run().state()).isEqualTo(RunState.DONE);

        assertThat(given()).containsExactlyInAnyOrderElementsOf(bad);
        assertThat(done).hasSize(4_965);
    }

    private List<String> leads(int count) {
        return SALESFORCE
                .simulator()
                .seed(
                        "Lead",
                        IntStream.range(0, count).mapToObj(i -> Map.of("LastName", "Doe" + i, "Company", "Acme")));
    }

    private SalesforceBackfill backfill(int attempts) {
        SalesforceBackfill backfill = new SalesforceBackfill();
        backfill.setCamelContext(salesforce.camel);
        backfill.setState(state);
        backfill.setRunId(RUN);
        backfill.setObject("Lead");
        backfill.setRecordsUri("direct:records");
        backfill.setAttempts(attempts);
        backfill.setPause(Duration.ofMillis(2));
        return backfill;
    }

    private List<String> given() {
        return state.deadLetters().list(0, 100).stream()
                .flatMap(letter -> letter.event().recordIds().stream())
                .toList();
    }
}

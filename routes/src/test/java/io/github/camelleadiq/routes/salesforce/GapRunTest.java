/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Runs that leave out records that lack nothing. */
class GapRunTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private static final String RUN = "leads-2026";

    @TempDir
    Path directory;

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private final Log log = new Log();
    private H2State h2;
    private EnrichmentState state;
    private RunWorker worker;
    private Salesforce salesforce;

    @BeforeEach
    void open() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
        salesforce = new Salesforce(simulator);
        bind("profile", Fixtures.profile("mapping: {Email: person.email.work}"));
        worker = new RunWorker(state);
        salesforce.start();
    }

    @AfterEach
    void close() {
        log.close();
        worker.close();
        salesforce.close();
        h2.close();
    }

    private static final class Log implements AutoCloseable {
        private final Logger logger = (Logger) LoggerFactory.getLogger(SalesforceRecords.class);
        private final Level level = logger.getLevel();
        private final ListAppender<ILoggingEvent> events = new ListAppender<>();

        Log() {
            logger.setLevel(Level.INFO);
            events.start();
            logger.addAppender(events);
        }

        List<String> lines() {
            return events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        }

        @Override
        public void close() {
            logger.detachAppender(events);
            logger.setLevel(level);
        }
    }

    private void bind(String name, EnrichmentProfile profile) {
        salesforce.camel.getRegistry().bind(name, profile);
    }

    /** Every second one lacks the email. */
    private List<String> leads(int count) {
        return simulator.seed(
                "Lead",
                IntStream.range(0, count)
                        .mapToObj(i -> i % 2 == 0
                                ? Map.of("LastName", "Doe" + i, "Company", "Acme")
                                : Map.of(
                                        "LastName",
                                        "Doe" + i,
                                        "Company",
                                        "Acme",
                                        "Email",
                                        "doe" + i + "@example.com")));
    }

    private static List<String> everySecond(List<String> ids) {
        return IntStream.range(0, ids.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(ids::get)
                .toList();
    }

    private SalesforceBackfill backfill(String profile) {
        SalesforceBackfill backfill = new SalesforceBackfill();
        backfill.setCamelContext(salesforce.camel);
        backfill.setState(state);
        backfill.setRunId(RUN);
        backfill.setObject("Lead");
        backfill.setProfile(profile);
        backfill.setPageSize(300);
        backfill.setPause(Duration.ofMillis(2));
        return backfill;
    }

    @Test
    void recordsThatLackNothingAreNotRead() {
        List<String> ids = leads(1_000);

        Run run = backfill("profile").run();

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().read()).isEqualTo(500);
        assertThat(run.cursor()).isEqualTo(ids.get(998));
        assertThat(worker.found()).containsExactlyElementsOf(everySecond(ids));
        // two to count, two pages
        assertThat(simulator.requestCount(RequestKind.QUERY)).isEqualTo(4);
        assertThat(log.lines()).anyMatch(line -> line.contains("500 records to look at, of 1000"));
        assertThat(log.lines()).noneMatch(line -> line.contains("lack nothing"));
    }

    @Test
    void theConditionOfTheUsersOwnHoldsAsWell() {
        List<String> ids = leads(10);
        SalesforceBackfill backfill = backfill("profile");
        backfill.setWhere("LastName = 'Doe2' OR LastName = 'Doe3'");

        backfill.run();

        assertThat(worker.found()).containsExactly(ids.get(2));
        // what the run is about does not depend on how it is read
        assertThat(state.runs().find(RUN).orElseThrow().whereClause())
                .isEqualTo("LastName = 'Doe2' OR LastName = 'Doe3'");
    }

    @Test
    void allAreReadIfSomebodyWantsThat() {
        List<String> ids = leads(10);
        SalesforceBackfill backfill = backfill("profile");
        backfill.setGapFilter(false);

        backfill.run();

        assertThat(worker.found()).containsExactlyElementsOf(ids);
        assertThat(log.lines()).noneMatch(line -> line.contains("lack nothing"));
    }

    @Test
    void allAreReadWhereNobodySaysWhatTheyCanLack() {
        List<String> ids = leads(10);

        backfill("").run();

        assertThat(worker.found()).containsExactlyElementsOf(ids);
        assertThat(log.lines())
                .filteredOn(line -> line.contains("lack nothing: no profile"))
                .hasSize(1);
    }

    @Test
    void allAreReadWhereAFieldCannotBeFilteredOn() {
        List<String> ids = leads(700);
        bind("long", Fixtures.profile("mapping: {Email: person.email.work, Description: company.description}"));
        SalesforceBackfill backfill = backfill("long");
        backfill.setWindow(200);

        backfill.run();

        assertThat(worker.found()).containsExactlyElementsOf(ids);
        assertThat(log.lines())
                .filteredOn(line -> line.endsWith("lack nothing: Description cannot be filtered on"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400, INVALID_FIELD", "400, QUERY_TIMEOUT", "414, URI_TOO_LONG"})
    void allAreReadFromWhereSalesforceDoesNotTakeTheQuery(int status, String code) {
        List<String> ids = leads(1_000);
        AtomicInteger queries = new AtomicInteger();
        // the second page: two queries count
        simulator
                .faults()
                .when(
                        request -> request.kind() == RequestKind.QUERY && queries.incrementAndGet() == 4,
                        SalesforceFaults.salesforce(status, code, "too much"));
        SalesforceBackfill backfill = backfill("profile");
        backfill.setAttempts(1);
        backfill.setWindow(200);
        backfill.setPageSize(200);

        assertThat(backfill.run().state()).isEqualTo(RunState.DONE);

        assertThat(worker.found())
                .containsExactlyElementsOf(IntStream.range(0, 1_000)
                        .filter(i -> i % 2 == 0 || i > 398)
                        .mapToObj(ids::get)
                        .toList());
        assertThat(log.lines())
                .filteredOn(line -> line.contains("lack nothing from now on") && line.endsWith(code))
                .hasSize(1);
    }

    @Test
    void allAreReadWhereTheUserMayNotDescribe() {
        List<String> ids = leads(10);
        simulator
                .faults()
                .when(
                        request -> request.kind() == RequestKind.DESCRIBE,
                        SalesforceFaults.salesforce(403, "INSUFFICIENT_ACCESS", "no"));

        backfill("profile").run();

        assertThat(worker.found()).containsExactlyElementsOf(ids);
        assertThat(log.lines())
                .filteredOn(line ->
                        line.contains("lack nothing: Lead cannot be described") && line.contains("INSUFFICIENT"))
                .hasSize(1);
    }
}

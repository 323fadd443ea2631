/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LookupRequest;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.salesforce.ApiUse;
import io.github.camelleadiq.routes.salesforce.SalesforceRoutes;
import io.github.camelleadiq.routes.state.DeadLetter;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.SimulatedRequest;
import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An hour in which one side fails in one way, while one lead a minute is created: each fails alone, and none of them is the
 * reason. The worker has its usual options, and a clock that jumps to where the next thing is to be done.
 */
@Tag("any-platform")
class OutageHourTest {
    /** The whole list takes a quarter of an hour: {@code -Doutage.all=true}. */
    private static final boolean ALL = Boolean.getBoolean("outage.all");

    private static final String PEOPLE = "leadiq:searchPeople";
    private static final int MINUTES = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private static final LeadIQSimulator LEADIQ = LeadIQSimulator.builder().start();
    private static final SalesforceSimulator SALESFORCE =
            SalesforceSimulator.builder().dailyLimit(10_000_000).start();
    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();

    @TempDir
    Path directory;

    private H2State h2;
    private EnrichmentState state;
    private ProducerTemplate template;

    /** What goes wrong, from when on and until when. */
    private record Outage(String what, UnaryOperator<LeadIQ> leadIQ, Runnable begins, Runnable ends) {
        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeAll
    static void connect() throws Exception {
        LeadIQComponent leadIQ = new LeadIQComponent();
        leadIQ.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        leadIQ.getConfiguration().setUrl(LEADIQ.url().toString());
        leadIQ.getConfiguration().setRequestsPerMinute(0);
        // the component's clock is not ours
        leadIQ.getConfiguration().setMaxRetries(0);
        leadIQ.getConfiguration().setRequestTimeout(ALL ? Duration.ofMillis(500) : Duration.ofSeconds(30));
        CAMEL.addComponent("leadiq", leadIQ);
        SalesforceComponent salesforce = SalesforceRoutes.component(
                SALESFORCE.url(), SalesforceSimulator.CLIENT_ID, SalesforceSimulator.CLIENT_SECRET, "62.0");
        CAMEL.addComponent("salesforce", salesforce);
        CAMEL.getRegistry().bind("use", new ApiUse(0.8, 0.95, Duration.ZERO, MINUTE, CLOCK));
        for (String routes : List.of(LeadIQRoutes.RESOURCE, SalesforceRoutes.RESOURCE)) {
            PluginHelper.getRoutesLoader(CAMEL)
                    .loadRoutes(PluginHelper.getResourceLoader(CAMEL).resolveResource(routes));
        }
        CAMEL.addRouteFromTemplate("read", SalesforceRoutes.READ, Map.of("name", "read"));
        CAMEL.addRouteFromTemplate("write", SalesforceRoutes.WRITE, Map.of("name", "write"));
        CAMEL.addRouteFromTemplate("describe", SalesforceRoutes.DESCRIBE, Map.of("name", "describe"));
        CAMEL.addRouteFromTemplate("steps", "leadiq-steps", Map.of());
        CAMEL.start();
    }

    @AfterAll
    static void hangUp() {
        CAMEL.stop();
        LEADIQ.close();
        SALESFORCE.close();
    }

    @BeforeEach
    void open() {
        LEADIQ.reset();
        SALESFORCE.reset();
        SALESFORCE.rotateCredentials(SalesforceSimulator.CLIENT_SECRET);
        // what it has found out about LeadIQ in another test is forgotten
        LeadIQComponent leadIQ = CAMEL.getComponent("leadiq", LeadIQComponent.class);
        leadIQ.stop();
        leadIQ.start();
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource(), CLOCK);
        template = CAMEL.createProducerTemplate();
    }

    @AfterEach
    void close() {
        template.stop();
        h2.close();
    }

    @ParameterizedTest
    @MethodSource({"leadIQ", "salesforce"})
    void nobodyIsGivenUpAndEverybodyIsEnrichedAfterIt(Outage outage) {
        PipelineContext setup = PipelineContext.of(
                PipelineFixture.LEAD,
                state,
                new CamelCrm(template, "direct:read", "direct:write", "direct:describe", CLOCK),
                outage.leadIQ.apply(new CamelLeadIQ(template, Map.of("searchPeople", PEOPLE))),
                new Us("leadiq", null),
                Mode.LIVE,
                new PipelineOptions.Builder().maxDelay(Duration.ZERO).build(),
                CLOCK);
        InboxWorker worker = new InboxWorker(setup, InboxWorker.Takes.CHANGES, "stream:trickle");
        worker.begin("worker");
        String before = lead("Before");
        work(worker);
        assertThat(email(before)).as("all is well at first").isNotNull();

        outage.begins.run();
        List<String> ids = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            ids.add(lead("Example" + (char) ('a' + minute / 26) + (char) ('a' + minute % 26)));
            workFor(MINUTE, setup, worker);
        }
        assertThat(ids).as("nobody can be enriched now").allMatch(id -> email(id) == null);
        outage.ends.run();
        workFor(setup.options().creditsPause(), setup, worker);
        // after a 402 the component looks at the balance, by the clock on the wall
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            boolean isSettled = state.inbox().counts().get(EventState.PENDING) == 0;
            if (!isSettled) {
                workFor(setup.options().creditsPause(), setup, worker);
            }
            return isSettled;
        });

        assertThat(state.deadLetters().list(0, 100))
                .extracting(DeadLetter::reason)
                .isEmpty();
        assertThat(ids).allMatch(id -> email(id) != null);
        assertThat(LEADIQ.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo(String.valueOf(MINUTES + 1));
        for (String id : ids) {
            assertThat(SALESFORCE.history(id).stream().filter(write -> "leadiq".equals(write.client())))
                    .as("writes")
                    .hasSize(1);
        }
    }

    private String lead(String lastName) {
        String id = SALESFORCE.create(
                "Lead", Map.of("FirstName", "Ada", "LastName", lastName, "Company", "Acme", "Website", "acme.example"));
        state.inbox().offer(PipelineFixture.event(ChangeKind.CREATE, null, Set.of(), id));
        return id;
    }

    private static Object email(String id) {
        return SALESFORCE.record("Lead", id).get("Email");
    }

    /** Does what is due, whenever something is, as the timer of the worker does. */
    private void workFor(Duration time, PipelineContext setup, InboxWorker worker) {
        Instant end = CLOCK.instant().plus(time);
        while (CLOCK.instant().isBefore(end)) {
            work(worker);
            Instant now = CLOCK.instant();
            Instant next = Stream.concat(Stream.of(setup.gate().closedUntil(), end), notBefore().stream())
                    .filter(moment -> moment.isAfter(now))
                    .min(Instant::compareTo)
                    .orElseThrow();
            CLOCK.pass(Duration.between(now, next));
        }
    }

    private List<Instant> notBefore() {
        return new JdbcTemplate(h2.dataSource())
                        .queryForList(
                                "select distinct not_before from leadiq_event where state = 'PENDING' and not_before is not null",
                                Timestamp.class)
                        .stream()
                        .map(Timestamp::toInstant)
                        .toList();
    }

    private void work(InboxWorker worker) {
        boolean isMore = true;
        while (isMore) {
            isMore = worker.work("worker", this::process, () -> true);
        }
    }

    private void process(Batch batch) {
        Exchange exchange =
                template.send("direct:leadiq-steps", sent -> sent.getMessage().setBody(batch));
        if (exchange.getException() != null) {
            throw exchange.getException() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(exchange.getException());
        }
    }

    /** Look-ups fail, in each way that LeadIQ or what stands before it has, while all else is answered; or all fails. */
    static Stream<Outage> leadIQ() {
        Stream<Fault> often = Stream.of(
                Fault.status(401),
                Fault.status(402),
                Fault.status(503),
                Fault.graphql(429),
                code("INTERNAL_SERVER_ERROR"),
                Fault.resetAfterProcessing());
        Stream<Fault> others = Stream.of(
                        IntStream.of(400, 403, 404, 408, 413, 425, 429, 500, 502, 504)
                                .mapToObj(Fault::status),
                        IntStream.of(400, 401, 402, 403, 500, 502, 503).mapToObj(Fault::graphql),
                        Stream.of(
                                        "UNAUTHENTICATED",
                                        "FORBIDDEN",
                                        "PAYMENT_REQUIRED",
                                        "RATE_LIMITED",
                                        "SERVICE_UNAVAILABLE",
                                        "GATEWAY_TIMEOUT",
                                        "BAD_REQUEST",
                                        "BAD_USER_INPUT",
                                        "GRAPHQL_PARSE_FAILED",
                                        "GRAPHQL_VALIDATION_FAILED",
                                        "OPERATION_RESOLUTION_FAILURE",
                                        "PERSISTED_QUERY_NOT_FOUND")
                                .map(OutageHourTest::code),
                        Stream.of(
                                body("null data", "{\"data\":null}"),
                                body("null data and an error", "{\"data\":null,\"errors\":[{\"message\":\"No\"}]}"),
                                body(
                                        "null for one",
                                        "{\"data\":{\"searchPeople\":null},\"errors\":[{\"message\":\"No\"}]}"),
                                Fault.html(),
                                Fault.empty(),
                                Fault.noContent(),
                                Fault.garbage(),
                                Fault.truncated(),
                                Fault.cutOff(),
                                Fault.reset()))
                .flatMap(some -> some);
        Stream<Fault> ofAll = Stream.of(Fault.status(503), Fault.graphql(429), Fault.reset());
        Outage silence = leadIQ(Fault.hang(), OutageHourTest::isLookup);
        return Stream.of(
                        often.map(fault -> leadIQ(fault, OutageHourTest::isLookup)),
                        rare(others.map(fault -> leadIQ(fault, OutageHourTest::isLookup))),
                        rare(ofAll.map(fault -> leadIQ(fault, request -> !request.introspection()))),
                        rare(Stream.of(silence)))
                .flatMap(some -> some);
    }

    private static <T> Stream<T> rare(Stream<T> outages) {
        return ALL ? outages : Stream.empty();
    }

    private static boolean isLookup(SimulatedRequest request) {
        return request.document().contains("searchPeople");
    }

    private static Outage leadIQ(Fault fault, Predicate<SimulatedRequest> which) {
        return new Outage(
                "LeadIQ: " + fault.name(),
                UnaryOperator.identity(),
                () -> LEADIQ.faults().when(which, fault),
                () -> LEADIQ.faults().clear());
    }

    /** Where LeadIQ is not what fails, its simulator is not what is to take the time: it is asked for each record once. */
    private static LeadIQ remembering(LeadIQ leadIQ) {
        Map<LookupRequest, LookupResult> known = new HashMap<>();
        return new LeadIQ() {
            @Override
            public List<LookupResult> ask(String operation, List<LookupRequest> questions) {
                List<LookupRequest> others = questions.stream()
                        .filter(one -> !known.containsKey(one))
                        .toList();
                if (!others.isEmpty()) {
                    List<LookupResult> answers = leadIQ.ask(operation, others);
                    IntStream.range(0, others.size()).forEach(i -> known.put(others.get(i), answers.get(i)));
                }
                return questions.stream().map(known::get).toList();
            }

            @Override
            public CreditEstimate estimate(String operation, String dataPoints, Map<String, Object> input) {
                return leadIQ.estimate(operation, dataPoints, input);
            }
        };
    }

    private static Fault code(String code) {
        return body(code, "{\"errors\":[{\"message\":\"No\",\"extensions\":{\"code\":\"" + code + "\"}}]}");
    }

    private static Fault body(String name, String json) {
        return new Fault(
                name, false, Duration.ZERO, good -> HttpAnswer.json(200, json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads or writes fail, in each way that Salesforce has; or each record of a write is refused; or the login is. */
    static Stream<Outage> salesforce() {
        Stream<String> refusals = Stream.of(
                "API_DISABLED_FOR_ORG",
                "CANNOT_EXECUTE_FLOW_TRIGGER",
                "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                "LICENSE_LIMIT_EXCEEDED",
                "LIMIT_EXCEEDED",
                "SERVER_UNAVAILABLE",
                "STORAGE_LIMIT_EXCEEDED",
                "TXN_SECURITY_RUNTIME_EXCEPTION",
                "UNABLE_TO_LOCK_ROW",
                "UNKNOWN_EXCEPTION");
        Outage login = new Outage(
                "Salesforce: login",
                OutageHourTest::remembering,
                () -> SALESFORCE.rotateCredentials("another-demo-secret"),
                () -> SALESFORCE.rotateCredentials(SalesforceSimulator.CLIENT_SECRET));
        return Stream.of(
                        Stream.of(
                                salesforce(refused(403, "API_DISABLED_FOR_ORG"), RequestKind.RETRIEVE),
                                salesforce(refused(403, "API_DISABLED_FOR_ORG"), RequestKind.WRITE),
                                salesforce(refused(400, "INVALID_TYPE"), RequestKind.WRITE),
                                refusal("INSUFFICIENT_ACCESS_OR_READONLY"),
                                login),
                        rare(refusals.map(OutageHourTest::refusal)),
                        rare(requests().map(fault -> salesforce(fault, RequestKind.RETRIEVE))),
                        rare(requests().map(fault -> salesforce(fault, RequestKind.WRITE))))
                .flatMap(some -> some);
    }

    /** What a whole request can be answered with. */
    private static Stream<Fault> requests() {
        return Stream.of(
                refused(400, "API_CURRENTLY_DISABLED"),
                refused(400, "INVALID_OPERATION_WITH_EXPIRED_PASSWORD"),
                refused(400, "INVALID_TYPE"),
                refused(400, "REQUEST_RUNNING_TOO_LONG"),
                refused(401, "INVALID_SESSION_ID"),
                refused(403, "API_CURRENTLY_DISABLED"),
                refused(403, "FUNCTIONALITY_NOT_ENABLED"),
                refused(403, "INSUFFICIENT_ACCESS"),
                refused(403, "ORG_LOCKED"),
                refused(403, "REQUEST_LIMIT_EXCEEDED"),
                refused(403, "TRIAL_EXPIRED"),
                refused(404, "NOT_FOUND"),
                refused(410, "UNSUPPORTED_API_VERSION"),
                refused(429, "REQUEST_LIMIT_EXCEEDED"),
                refused(500, "UNKNOWN_EXCEPTION"),
                SalesforceFaults.unavailable(),
                Fault.status(502),
                Fault.html(),
                Fault.reset());
    }

    private static Fault refused(int status, String code) {
        return SalesforceFaults.salesforce(status, code, "No");
    }

    private static Outage salesforce(Fault fault, RequestKind kind) {
        return new Outage(
                "Salesforce, " + kind + ": " + fault.name(),
                OutageHourTest::remembering,
                () -> SALESFORCE.faults().when(request -> request.kind() == kind, fault),
                () -> SALESFORCE.faults().clear());
    }

    private static Outage refusal(String code) {
        return new Outage(
                "Salesforce, each record: " + code,
                OutageHourTest::remembering,
                () -> SALESFORCE.rules().refusal("Lead", code, "No"),
                () -> SALESFORCE.rules().clear());
    }
}

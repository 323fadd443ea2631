/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LookupRequest;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.credit.JdbcCreditLedger;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorBuilder;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list goes through the component as a list, and comes back with an outcome, a cost and a scope for each element. */
class ListIT {

    private LeadIQSimulator simulator;
    private DefaultCamelContext context;
    private ProducerTemplate template;

    private LeadIQComponent start(LeadIQSimulatorBuilder builder) {
        simulator = builder.start();
        context = new DefaultCamelContext();
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setUrl(simulator.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setRetryDelay(Duration.ofMillis(5));
        component.getConfiguration().setMaxRetries(1);
        component.getConfiguration().setRequestsPerMinute(0);
        context.addComponent(LeadIQConstants.SCHEME, component);
        return component;
    }

    private void go() {
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    private static Map<String, Object> person(String name) {
        return Map.of("fullName", name, "limit", 1, "company", Map.of("domain", "example.com"));
    }

    private static List<Object> people(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> person("Person Number" + i))
                .toList());
    }

    @SuppressWarnings("unchecked")
    private List<LookupResult> send(String uri, List<?> body) {
        Exchange exchange =
                template.request(uri, message -> message.getMessage().setBody(body));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }

    private long lookups() {
        return simulator.requests().stream()
                .filter(request -> !request.introspection())
                .count();
    }

    /** Each of its connections takes a while, as those of a database elsewhere do on a busy day. */
    private static DataSource slow(DataSource fast, AtomicInteger connections) {
        return (DataSource) Proxy.newProxyInstance(
                ListIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        connections.incrementAndGet();
                        Thread.sleep(ThreadLocalRandom.current().nextInt(200));
                    }
                    return method.invoke(fast, arguments);
                });
    }

    @Test
    void howManyRequestsAListTakesDependsOnTheListAlone() {
        AtomicInteger connections = new AtomicInteger();
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");
        LeadIQComponent component = start(LeadIQSimulator.builder());
        component.getConfiguration().setCreditLedger(new JdbcCreditLedger(pool).createTables());
        component.getConfiguration().setCreditLedger(new JdbcCreditLedger(slow(pool, connections)));
        go();

        List<LookupResult> results =
                send("leadiq:searchPeople?batchSize=100&requestTimeout=10m&responseTimeout=10m", people(10_000));

        assertThat(results).hasSize(10_000).allMatch(result -> result.failure() == null);
        assertThat(lookups()).isEqualTo(100);
        assertThat(connections).as("one to set aside, one to write down").hasValue(2);
        assertThat(results.stream().map(LookupResult::credits).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(simulator.meter().total(LeadIQSimulator.DEMO_KEY));
        pool.dispose();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void lookupsWithDifferentDataPointsShareARequestAndPayForTheirOwn(Dialect dialect) {
        start(LeadIQSimulator.builder().dialect(dialect));
        go();
        List<String> points = List.of("profile", "email", "phone", "all", "profile,email");
        List<LookupRequest> list = IntStream.range(0, 100)
                .mapToObj(i -> new LookupRequest(person("Person Number" + i), points.get(i % points.size())))
                .toList();

        List<LookupResult> together = send("leadiq:searchPeople?batchSize=100", list);

        assertThat(lookups()).isEqualTo(1);
        assertThat(simulator.validationErrors()).isEmpty();
        assertThat(together.stream().map(LookupResult::credits).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(simulator.meter().total(LeadIQSimulator.DEMO_KEY));
        for (int i = 0; i < list.size(); i++) {
            SearchResult result = (SearchResult) together.get(i).result();
            LookupResult alone = send("leadiq:searchPeople?batchSize=1", List.of(list.get(i)))
                    .get(0);
            assertThat(result).isEqualTo(alone.result());
        }
    }

    @Test
    void aHundredLookupsForAllDataPointsAreFarFromTheTokensThatServersTake() {
        start(LeadIQSimulator.builder());
        go();

        assertThat(send("leadiq:searchPeople?batchSize=100&dataPoints=all", people(100)))
                .allMatch(result -> result.failure() == null);
        assertThat(lookups()).isEqualTo(1);

        // and where there are too many, the server says so and gets less
        assertThat(send("leadiq:searchPeople?batchSize=1000&dataPoints=profile", people(1_000)))
                .allMatch(result -> result.failure() == null);
        assertThat(lookups()).isEqualTo(1 + 3);
    }

    @Test
    void theSizeOfRequestsIsFoundOutWhereItIsLeftToTheComponent() {
        start(LeadIQSimulator.builder());
        go();

        assertThat(send("leadiq:searchPeople?batchSize=auto&dataPoints=profile", people(6_000)))
                .allMatch(result -> result.failure() == null);

        // 60 with the default size
        assertThat(lookups()).isLessThan(30);
    }

    @Test
    void afterAnOutageRequestsBecomeLargeAgain() {
        start(LeadIQSimulator.builder());
        go();
        AtomicBoolean away = new AtomicBoolean(true);
        simulator.faults().when(request -> away.get(), Fault.status(503));
        for (int i = 0; i < 10; i++) {
            send("leadiq:searchPeople?batchSize=auto&dataPoints=profile&maxRetries=0", people(200));
        }
        away.set(false);
        long before = lookups();

        assertThat(send("leadiq:searchPeople?batchSize=auto&dataPoints=profile&maxRetries=0", people(500)))
                .allMatch(result -> result.failure() == null);

        assertThat(lookups() - before).isLessThan(50);
    }

    @Test
    void aSmallServerGetsSmallRequests() {
        start(LeadIQSimulator.builder().maxAliases(60));
        go();

        assertThat(send("leadiq:searchPeople?batchSize=auto&dataPoints=profile", people(500)))
                .allMatch(result -> result.failure() == null);

        // 5 of 100 are refused at once, and then there are 10 of 50
        assertThat(lookups()).isBetween(11L, 15L);
    }

    @Test
    void dataPointsThatDoNotExistFailTheirElementAlone() {
        start(LeadIQSimulator.builder());
        go();

        List<LookupResult> results = send(
                "leadiq:searchPeople",
                List.of(
                        person("Person Number1"),
                        new LookupRequest(person("Person Number2"), "fax"),
                        new LookupRequest(null, "profile")));

        assertThat(results).extracting(result -> result.failure() == null).containsExactly(true, false, false);
        assertThat(results.get(1).failure()).hasMessageContaining("body[1] dataPoints");
        assertThat(results.get(2).failure()).hasMessageContaining("body[2] has no input");
        assertThat(results).extracting(LookupResult::scope).containsExactly(null, FailureScope.ITEM, FailureScope.ITEM);
    }

    @Test
    void whatFailsWhileOthersGetThroughFailsForItself() {
        start(LeadIQSimulator.builder());
        go();
        simulator.faults().when(request -> request.mentions("Poison"), Fault.status(500));
        List<Object> list = people(20);
        list.set(7, person("Poison Seven"));

        List<LookupResult> results = send("leadiq:searchPeople", list);

        assertThat(results.get(7).scope()).isEqualTo(FailureScope.ITEM);
        assertThat(results).filteredOn(result -> result.failure() == null).hasSize(19);
    }

    @Test
    void nothingIsBlamedWhileNothingGetsThrough() {
        start(LeadIQSimulator.builder());
        go();
        send("leadiq:searchPeople", people(1));
        simulator.faults().when(request -> true, Fault.status(500));

        assertThat(send("leadiq:searchPeople", people(20)))
                .extracting(LookupResult::scope)
                .containsOnly(FailureScope.REQUEST);
        assertThat(send("leadiq:searchPeople", people(1)))
                .extracting(LookupResult::scope)
                .containsOnly(FailureScope.REQUEST);
    }

    @Test
    void inputsThatAreAllRefusedAreNotTheRecordsFault() {
        start(LeadIQSimulator.builder());
        go();
        List<Map<String, Object>> wrong = IntStream.range(0, 4)
                .mapToObj(i -> Map.<String, Object>of("emial", "ada.sample" + i + "@example.com"))
                .toList();

        assertThat(send("leadiq:searchPeople", wrong))
                .extracting(LookupResult::scope)
                .containsOnly(FailureScope.REQUEST);
        assertThat(send("leadiq:searchPeople", wrong.subList(0, 3)))
                .extracting(LookupResult::scope)
                .containsOnly(FailureScope.ITEM);
        assertThat(lookups()).isZero();
    }

    /** In a CRM where nothing else happens there is nobody else to get through. */
    @Test
    void aFreeQuestionTellsWhetherItIsTheLookupWhereNothingElseWasAsked() {
        start(LeadIQSimulator.builder());
        go();
        send("leadiq:searchPeople", people(1));
        simulator.faults().when(request -> request.mentions("Poison"), Fault.status(500));
        long before = lookups();

        assertThat(send("leadiq:searchPeople", List.of(person("Poison One"))))
                .extracting(LookupResult::scope)
                .containsExactly(FailureScope.ITEM);
        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo("1");
        // the lookup, its repetition, and the question
        assertThat(lookups() - before).isEqualTo(3);
    }

    @Test
    void aKeyThatIsRefusedIsEverybodysTrouble() {
        start(LeadIQSimulator.builder());
        go();
        send("leadiq:searchPeople", people(1));
        simulator.faults().when(request -> true, Fault.status(401));

        assertThat(send("leadiq:searchPeople", people(5)))
                .extracting(LookupResult::scope)
                .containsOnly(FailureScope.SERVICE);
    }

    @Test
    void whatAFailedLookupMayHaveCostIsToldWithIt() {
        start(LeadIQSimulator.builder());
        go();
        send("leadiq:searchPeople", people(1));
        simulator.faults().when(request -> request.mentions("Lost"), Fault.hang());
        List<Object> list = people(3);
        list.set(1, person("Lost One"));

        List<LookupResult> results = send("leadiq:searchPeople?requestTimeout=1000&batchSize=1", list);

        assertThat(results.get(1).failure()).isNotNull();
        assertThat(results.get(1).credits()).isPositive();
    }

    /** For instance a class that does not link, once an answer is there. */
    @Test
    void anErrorWhileTheAnswerIsWrittenCallsBackOnce() throws Exception {
        start(LeadIQSimulator.builder());
        go();
        Exchange exchange = new DefaultExchange(context);
        exchange.setMessage(new DefaultMessage(context) {
            @Override
            public void setBody(Object body) {
                if (body instanceof SearchResult) {
                    throw new NoClassDefFoundError("invented");
                }
                super.setBody(body);
            }
        });
        exchange.getMessage().setBody(person("Ada Sample"));
        AsyncProducer producer = context.getEndpoint("leadiq:searchPeople").createAsyncProducer();
        producer.start();
        AtomicInteger calls = new AtomicInteger();
        CompletableFuture<Void> done = new CompletableFuture<>();

        producer.process(exchange, synchronously -> {
            calls.incrementAndGet();
            done.complete(null);
        });

        assertThat(done).succeedsWithin(Duration.ofSeconds(30));
        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getException()).hasRootCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(calls).hasValue(1);
        producer.stop();
    }

    /** Whoever hands over an endless iterator by mistake is told so before the heap is full. */
    @Test
    void noMoreIsReadThanMayWaitAndAListOfKnownSizeNotAtAll() {
        start(LeadIQSimulator.builder());
        go();
        AtomicInteger read = new AtomicInteger();
        List<Object> unreadable = new AbstractList<>() {
            @Override
            public Object get(int index) {
                read.incrementAndGet();
                return person("Person Number" + index);
            }

            @Override
            public int size() {
                return 101;
            }
        };
        Object[] bodies = {
            Stream.iterate(0, i -> i + 1).peek(i -> read.incrementAndGet()).map(i -> person("Person Number" + i)),
            unreadable,
            unreadable.toArray()
        };
        int[] mostRead = {101, 0, 0};

        for (int i = 0; i < bodies.length; i++) {
            Object body = bodies[i];
            read.set(0);
            Exchange exchange =
                    template.request("leadiq:searchPeople?maxQueuedLookups=100", message -> message.getMessage()
                            .setBody(body));
            assertThat(exchange.getException())
                    .isInstanceOf(LeadIQInvalidRequestException.class)
                    .hasMessageContaining("more than 100 elements")
                    .hasMessageContaining("maxQueuedLookups")
                    .hasMessageContaining("collate(1000)");
            assertThat(read).hasValueLessThanOrEqualTo(mostRead[i]);
        }
        assertThat(simulator.requestCount()).isZero();
    }

    /** What the refusal says to do: never more is read than one part ahead. */
    @Test
    void anIteratorOfAnyLengthGoesThroughInParts() throws Exception {
        start(LeadIQSimulator.builder());
        AtomicInteger read = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger mostAhead = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:leads")
                        .split(simple("${collate(50)}"))
                        .streaming()
                        .to("leadiq:searchPeople?maxQueuedLookups=100&batchSize=50")
                        .process(part -> {
                            mostAhead.accumulateAndGet(read.get() - answered.get(), Math::max);
                            answered.addAndGet(
                                    part.getMessage().getBody(List.class).size());
                        });
            }
        });
        go();

        Exchange exchange = template.request("direct:leads", message -> message.getMessage()
                .setBody(IntStream.range(0, 1_000)
                        .peek(i -> read.incrementAndGet())
                        .mapToObj(i -> (Object) person("Person Number" + i))
                        .iterator()));

        assertThat(exchange.getException()).isNull();
        assertThat(answered).hasValue(1_000);
        assertThat(mostAhead.get()).isLessThanOrEqualTo(101);
    }

    /** Two lists that are too much together: the second one is refused as a whole, and nothing of it was sent. */
    @Test
    void aListForWhichThereIsNoRoomIsRefusedAsAWholeAndTheNextOneGoesAgain() throws Exception {
        start(LeadIQSimulator.builder().latency(Duration.ofMillis(300)));
        go();
        String uri = "leadiq:searchPeople?maxQueuedLookups=100&batchSize=100";
        CompletableFuture<Exchange> first =
                template.asyncSend(uri, message -> message.getMessage().setBody(people(60)));
        await().atMost(Duration.ofSeconds(10)).until(() -> simulator.requestCount() > 0);

        Exchange second = template.request(uri, message -> message.getMessage().setBody(people(41)));

        assertThat(second.getException())
                .isInstanceOf(LeadIQRateLimitException.class)
                .hasMessageContaining(
                        "60 lookups wait already or are under way, and 100 may, so there is no room for 41")
                .hasMessageContaining("raise maxQueuedLookups");
        assertThat(first.get(10, TimeUnit.SECONDS).getException()).isNull();
        assertThat(send(uri, people(100))).hasSize(100);
    }
}

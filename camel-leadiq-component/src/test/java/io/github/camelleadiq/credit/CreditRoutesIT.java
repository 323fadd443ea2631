/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQCreditBudgetException;
import io.github.camelleadiq.client.LeadIQCreditLedgerException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.credit.JdbcCreditLedger;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger;
import io.github.camelleadiq.client.credit.LeadIQCreditListener;
import io.github.camelleadiq.client.credit.MemoryCreditLedger;
import io.github.camelleadiq.client.credit.PriceList;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Credits as a route sees them. */
class CreditRoutesIT {

    private static final Map<String, Object> ADA = person("Ada Sample");
    private static final Map<String, Object> BOB = person("Bob Sample");

    private LeadIQSimulator simulator;
    private DefaultCamelContext context;

    @BeforeEach
    void start() {
        start(LeadIQSimulator.builder().start());
    }

    private void start(LeadIQSimulator server) {
        simulator = server;
        context = new DefaultCamelContext();
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setUrl(simulator.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setMaxRetries(0);
        component.getConfiguration().setRequestsPerMinute(0);
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    @Test
    void headersTellWhatACallCostAndCouldHaveCost() {
        Exchange bought = send("searchPeople?input.limit=1", ADA);
        assertThat(credits(bought)).isEqualByComparingTo("1");
        assertThat(bought.getMessage().getHeader(LeadIQConstants.ESTIMATED_CREDITS, BigDecimal.class))
                .isEqualByComparingTo("1");
        assertThat(bought.getMessage().getHeader(LeadIQConstants.CREDITS_BY_DATA_POINT))
                .isEqualTo(Map.of(DataPoint.EMAIL, BigDecimal.ONE));

        Exchange again = send("searchPeople?input.limit=1", ADA);
        assertThat(credits(again)).isEqualByComparingTo("0");

        Exchange free = context.createProducerTemplate().request("leadiq:usage", in -> {
            in.getMessage().setHeader(LeadIQConstants.CREDITS, BigDecimal.TEN);
            in.getMessage().setBody(null);
        });
        assertThat(free.getException()).isNull();
        assertThat(free.getMessage().getHeaders()).doesNotContainKey(LeadIQConstants.CREDITS);
    }

    @Test
    void aCallThatCouldPassTheBudgetIsNotSent() {
        String uri = "searchPeople?input.limit=1&creditBudget=1.5";
        assertThat(send(uri, ADA).getException()).isNull();
        long requests = simulator.requestCount();

        assertThat(send(uri, BOB).getException())
                .asInstanceOf(type(LeadIQCreditBudgetException.class))
                .satisfies(refusal -> assertThat(refusal.getBudget()).isEqualByComparingTo("1.5"))
                .satisfies(refusal -> assertThat(refusal.getSpent()).isEqualByComparingTo("1"))
                .satisfies(refusal -> assertThat(refusal.getReserved()).isEqualByComparingTo("0"))
                .satisfies(refusal -> assertThat(refusal.getNeeded()).isEqualByComparingTo("1"))
                .satisfies(refusal -> assertThat(refusal).hasMessageContaining("credit budget of 1.5, 1 are spent"));

        assertThat(simulator.requestCount()).isEqualTo(requests);
        assertThat(send("usage?creditBudget=1.5", null).getException()).isNull();
        assertThat(send("searchPeople?input.limit=1&creditBudget=1.5&dataPoints=profile", BOB)
                        .getException())
                .isNull();
    }

    @Test
    void endpointsOfAComponentSpendOneSum() {
        send("searchPeople?input.limit=1&dataPoints=phone", ADA);

        assertThat(send("searchCompany?creditBudget=39&creditBudgetPeriod=DAY", Map.of("domain", "acme.example"))
                        .getException())
                .isInstanceOf(LeadIQCreditBudgetException.class);
        assertThat(send("searchCompany?creditBudget=40&creditBudgetPeriod=DAY", Map.of("domain", "acme.example"))
                        .getException())
                .isNull();
    }

    @Test
    void aBudgetNeedsALimitToReckonWith() {
        assertThat(send("searchPeople?creditBudget=100", ADA).getException())
                .asInstanceOf(type(LeadIQInvalidRequestException.class))
                .satisfies(refusal -> assertThat(refusal.getPath()).isEqualTo("input.limit"))
                .satisfies(refusal -> assertThat(refusal).hasMessageContaining("creditBudget"));
        assertThat(simulator.meter().charges()).isEmpty();
    }

    @Test
    void whenTheCreditsAreUsedUpNothingMoreIsSentButFreeOperations() {
        stop();
        start(LeadIQSimulator.builder().credits(1).start());
        send("searchPeople", ADA);
        assertThat(send("searchPeople", BOB).getException()).isInstanceOf(LeadIQInsufficientCreditsException.class);
        long requests = simulator.requestCount();

        assertThat(send("searchPeople?maxRetries=1", BOB).getException())
                .isInstanceOf(LeadIQInsufficientCreditsException.class)
                .hasMessageContaining("not sent");
        assertThat(simulator.lookupCount()).isEqualTo(2);
        assertThat(requests).isEqualTo(simulator.requestCount() - introspectionsSince(requests));
        assertThat(send("account", null).getException()).isNull();
    }

    /** Another client, for another number of retries, asks for the schema itself. */
    private long introspectionsSince(long requests) {
        return simulator.requests().stream()
                .skip(requests)
                .filter(request -> request.introspection())
                .count();
    }

    @Test
    void aFailureCostsNothingIfNothingCanHaveBeenServed() {
        for (Fault refusal : List.of(Fault.graphql(429), Fault.graphql(401), Fault.graphql(400))) {
            LeadIQCreditLedger.Totals totals = totalsAfter(refusal);
            assertThat(totals.spent()).as("%s", refusal).isEqualByComparingTo("0");
            assertThat(totals.reserved()).as("%s", refusal).isEqualByComparingTo("0");
        }
    }

    @Test
    void aFailureThatMayHaveBeenChargedCountsAsSpent() {
        for (Fault loss : List.of(Fault.resetAfterProcessing(), Fault.truncated(), Fault.status(502))) {
            LeadIQCreditLedger.Totals totals = totalsAfter(loss);
            assertThat(totals.spent()).as("%s", loss).isEqualByComparingTo("11");
            assertThat(totals.uncertain()).as("%s", loss).isEqualByComparingTo("11");
            assertThat(totals.reserved()).as("%s", loss).isEqualByComparingTo("0");
        }
        assertThat(totalsAfter(Fault.partial("searchPeople.results.0.personalPhones"))
                        .uncertain())
                .isEqualByComparingTo("11");
    }

    private LeadIQCreditLedger.Totals totalsAfter(Fault fault) {
        Recording ledger = new Recording(new MemoryCreditLedger());
        context.getRegistry().bind("ledger", ledger);
        String uri = "searchPeople?input.limit=1&dataPoints=email,phone&creditLedger=#ledger&maxConnections="
                + (50 + context.getEndpoints().size());
        send(uri, person("Nobody Here"));
        simulator.faults().next(1, fault);
        assertThat(send(uri, ADA).getException()).isNotNull();
        return ledger.totals(ledger.account, ledger.period);
    }

    @Test
    void aPreviewKeepsFromAskingForWhatIsNotThere() {
        String uri = "searchPeople?input.limit=1&dataPoints=email,phone&preview=true";
        Exchange without = send(uri, person("Nophone Sample"));
        assertThat(without.getException()).isNull();
        assertThat(without.getMessage().getHeader(LeadIQConstants.ESTIMATED_CREDITS, BigDecimal.class))
                .isEqualByComparingTo("1");
        assertThat(credits(without)).isEqualByComparingTo("1");
        assertThat(without.getMessage().getHeader(LeadIQConstants.REQUEST_COUNT))
                .isEqualTo(2);

        assertThat(credits(send(uri, ADA))).isEqualByComparingTo("11");
        assertThat(credits(send(uri, person("Noemail Nophone")))).isEqualByComparingTo("0.1");
        assertThat(simulator.requests())
                .filteredOn(request -> request.operationName().equals("SearchPeople"))
                .last()
                .satisfies(
                        request -> assertThat(request.document()).doesNotContain("personalPhones", "personalEmails"));
    }

    @Test
    void withoutAPreviewOnTheServerTheCallGoesAsItIs() {
        stop();
        start(LeadIQSimulator.builder().dialect(Dialect.DOCUMENTED).start());
        assertThat(credits(send("searchPeople?input.limit=1&dataPoints=email,phone&preview=true", ADA)))
                .isEqualByComparingTo("11");
    }

    @Test
    void pricesCanBeGiven() {
        assertThat(credits(send("searchPeople?creditPrices=profile=0.2,email=2.5", ADA)))
                .isEqualByComparingTo("2.5");
        context.getRegistry().bind("prices", PriceList.parse("email=4"));
        assertThat(credits(send("searchPeople?creditPrices=#prices", BOB))).isEqualByComparingTo("4");
    }

    @Test
    void theServersPricesWinOnceTheyAreRefreshed() {
        String uri = "searchPeople?input.limit=1&creditPrices=email=7&creditPricesRefresh=true";
        await().untilAsserted(() -> assertThat(
                        send(uri, ADA).getMessage().getHeader(LeadIQConstants.ESTIMATED_CREDITS, BigDecimal.class))
                .isEqualByComparingTo("1"));
    }

    /** At the prices that were given here all three would fit, and cost twice the budget. */
    @Test
    void theFirstCallsOfABudgetWaitForTheServersPrices() {
        String uri = "searchPeople?input.limit=1&creditPrices=email=0.1&creditPricesRefresh=true&creditBudget=1.5";
        send(uri, List.of(ADA, BOB, person("Cid Sample")));

        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo("1");
    }

    @Test
    void aWarningComesAtTheFractionThatWasAskedFor() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelleadiq.client.internal.credit.BudgetWarning");
        logger.addAppender(log);
        log.start();
        send("searchPeople?input.limit=1&creditBudget=10&creditWarningAt=0.1", ADA);
        logger.detachAppender(log);
        assertThat(log.list).hasSize(1);
    }

    @Test
    void aPageBilledContractPaysForCalls() {
        String search = "flatAdvancedSearch?billing=PAGE&dataPoints=email&input.limit=5";
        Map<String, Object> criteria = Map.of("companyFilter", Map.of("domains", List.of("acme.example")));
        assertThat(credits(send(search, criteria))).isEqualByComparingTo("1");
        assertThat(credits(send(search, criteria))).isEqualByComparingTo("1");
        assertThat(credits(send("searchPeople?billing=PAGE", ADA))).isEqualByComparingTo("1");
        assertThat(credits(send("searchPeople?billing=PAGE", person("Nobody Here"))))
                .isEqualByComparingTo("0");
    }

    @Test
    void aLedgerHidesIdsUnderTheSecretKnowsThemAfterARotationAndErasesThem() throws Exception {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:secret;DB_CLOSE_DELAY=-1", "sa", "");
        Recording ledger = new Recording(new JdbcCreditLedger(pool).createTables());
        context.getRegistry().bind("ledger", ledger);
        String uri = "searchPeople?input.limit=1&creditLedger=#ledger";
        Exchange bought = send(uri, ADA);
        String id =
                bought.getMessage().getBody(SearchResult.class).results().get(0).id();
        String plain = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        assertThat(hashes(pool)).contains(plain);

        String first = "&cacheSecret=RAW(MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=)";
        assertThat(credits(send(uri + first, ADA))).isEqualByComparingTo("0");
        assertThat(hashes(pool)).isNotEmpty().doesNotContain(plain);

        String second = "&cacheSecret=RAW(ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=)"
                + first.replace("cacheSecret", "previousCacheSecrets");
        assertThat(credits(send(uri + second, ADA))).isEqualByComparingTo("0");

        ledger.threads.clear();
        LeadIQComponent component = context.getComponent(LeadIQConstants.SCHEME, LeadIQComponent.class);
        assertThat(component.erase(id).join()).as("profile and email").isEqualTo(2);
        assertThat(hashes(pool)).isEmpty();
        assertThat(ledger.threads).isNotEmpty().allMatch(name -> name.contains("LeadIQWorker"));
        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo("1");
        pool.dispose();
    }

    private static List<String> hashes(JdbcConnectionPool pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT record_hash FROM leadiq_credit_unlock")) {
            List<String> hashes = new ArrayList<>();
            while (row.next()) {
                hashes.add(row.getString(1));
            }
            return hashes;
        }
    }

    @Test
    void aLedgerThatBlocksRunsOnWorkersOnlyAndSurvivesARestart() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:routes;DB_CLOSE_DELAY=-1", "sa", "");
        Recording ledger = new Recording(new JdbcCreditLedger(pool).createTables());
        context.getRegistry().bind("ledger", ledger);
        assertThat(credits(send("searchPeople?creditLedger=#ledger", ADA))).isEqualByComparingTo("1");
        assertThat(ledger.threads).hasSize(2).allMatch(name -> name.contains("LeadIQWorker"));

        LeadIQSimulator same = simulator;
        context.stop();
        start(same);
        context.getRegistry().bind("ledger", new JdbcCreditLedger(pool));
        assertThat(credits(send("searchPeople?creditLedger=#ledger", ADA))).isEqualByComparingTo("0");
        pool.dispose();

        assertThat(send("searchPeople?creditLedger=#ledger", BOB).getException())
                .isInstanceOf(LeadIQCreditLedgerException.class);
        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo("1");
    }

    @Test
    void nothingStaysReservedWhenTheContextStops() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:stopped;DB_CLOSE_DELAY=-1", "sa", "");
        Recording ledger = new Recording(new JdbcCreditLedger(pool).createTables());
        context.getRegistry().bind("ledger", ledger);
        String uri = "leadiq:searchPeople?creditLedger=#ledger&requestsPerMinute=2&requestBurst=1&input.limit=1";
        ProducerTemplate template = context.createProducerTemplate();
        List<CompletableFuture<Exchange>> waiting = IntStream.range(0, 80)
                .mapToObj(number -> template.asyncSend(
                        uri, exchange -> exchange.getMessage().setBody(person("Nr" + number + " Sample"))))
                .toList();
        await().untilAsserted(() -> assertThat(ledger.threads).hasSizeGreaterThanOrEqualTo(80));
        ledger.slowRefunds = true;

        context.stop();

        // the JVM may end now
        assertThat(ledger.totals(ledger.account, ledger.period).reserved()).isEqualByComparingTo("0");
        assertThat(waiting).allSatisfy(exchange -> assertThat(exchange).succeedsWithin(Duration.ofSeconds(10)));
        pool.dispose();
    }

    @Test
    void aListenerIsToldOfEveryCost() {
        List<String> told = new CopyOnWriteArrayList<>();
        LeadIQCreditListener listener = (operation, credits) ->
                told.add(operation.graphqlName() + " " + credits.actual() + " " + credits.byDataPoint());
        context.getRegistry().bind("listener", listener);
        send("searchPeople?input.limit=1&dataPoints=email,phone&creditListener=#listener", ADA);
        assertThat(told).containsExactly("searchPeople 11 {EMAIL=1, PHONE=10}");
    }

    private Exchange send(String uri, Object body) {
        return context.createProducerTemplate()
                .request("leadiq:" + uri, in -> in.getMessage().setBody(body));
    }

    private static BigDecimal credits(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(LeadIQConstants.CREDITS, BigDecimal.class);
    }

    private static Map<String, Object> person(String name) {
        return Map.of("fullName", name, "company", Map.of("domain", "acme.example"));
    }

    /** A ledger that remembers who called. */
    private static final class Recording implements LeadIQCreditLedger {

        private final LeadIQCreditLedger ledger;
        private final List<String> threads = new CopyOnWriteArrayList<>();
        private volatile String account;
        private volatile String period;
        private volatile boolean slowRefunds;

        Recording(LeadIQCreditLedger ledger) {
            this.ledger = ledger;
        }

        @Override
        public List<Decision> reserve(List<Claim> claims) {
            threads.add(Thread.currentThread().getName());
            account = claims.get(0).account();
            period = claims.get(0).budgetPeriod();
            return ledger.reserve(claims);
        }

        @Override
        public List<Settlement> settle(List<Charge> charges) {
            threads.add(Thread.currentThread().getName());
            return ledger.settle(charges);
        }

        @Override
        public void refund(List<Reservation> reservations) {
            threads.add(Thread.currentThread().getName());
            if (slowRefunds) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            ledger.refund(reservations);
        }

        @Override
        public int erase(Set<String> recordHashes) {
            threads.add(Thread.currentThread().getName());
            return ledger.erase(recordHashes);
        }

        @Override
        public Totals totals(String owner, String name) {
            return ledger.totals(owner, name);
        }

        @Override
        public boolean isBlocking() {
            return ledger.isBlocking();
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelleadiq.HandSetClock;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQCreditBudgetException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQResponse;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.TestClient;
import io.github.camelleadiq.client.internal.credit.BudgetWarning;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Spending of a client over time. */
class SpendingTest {

    private final HandSetClock clock = new HandSetClock();
    private final MemoryCreditLedger ledger = new MemoryCreditLedger();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open) {
            resource.close();
        }
        open.clear();
    }

    @Test
    void theBudgetOfADayIsNewTheNextDay() {
        LeadIQSimulator simulator = simulator(null);
        TestClient client =
                client(simulator, CreditConfig.counting(ledger, "test").withBudget(BigDecimal.ONE, BudgetPeriod.DAY));
        email(client, "Ada Sample").join();
        assertThatThrownBy(() -> email(client, "Bob Sample").join())
                .hasCauseInstanceOf(LeadIQCreditBudgetException.class);

        clock.pass(Duration.ofHours(14));

        assertThat(email(client, "Bob Sample").join().credits().actual()).isEqualByComparingTo("1");
    }

    @Test
    void warnsOnceThatTheBudgetIsNearlySpent() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(BudgetWarning.class);
        logger.addAppender(log);
        log.start();
        TestClient client = client(
                simulator(null),
                CreditConfig.counting(ledger, "test").withBudget(new BigDecimal("5"), BudgetPeriod.MONTH));
        for (String name : List.of("Ada Sample", "Bob Sample", "Cyd Sample")) {
            email(client, name).join();
        }
        assertThat(log.list).isEmpty();
        email(client, "Dan Sample").join();
        email(client, "Eve Sample").join();
        logger.detachAppender(log);
        assertThat(log.list).hasSize(1).allSatisfy(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .contains("4 of the credit budget of 5")
                    .contains("2026-11");
        });
    }

    @Test
    void spendingGoesOnWhenTheBalanceSaysSo() {
        LeadIQSimulator simulator = simulator(BigDecimal.ONE);
        TestClient client = client(simulator, CreditConfig.counting(ledger, "test"));
        TestClient other = client(simulator, CreditConfig.counting(new MemoryCreditLedger(), "other"));
        email(client, "Ada Sample").join();
        other.estimate(LeadIQOperation.SEARCH_PEOPLE, Selection.DEFAULT, Map.of("fullName", "Bob Sample"));
        assertRefused(client);
        assertRefused(other);
        long requests = simulator.requestCount();

        for (int i = 0; i < 3; i++) {
            assertRefused(client);
        }
        assertThat(simulator.requestCount()).isEqualTo(requests);

        clock.pass(Duration.ofMinutes(1));
        assertRefused(client);
        assertRefused(other);
        await().atMost(Duration.ofSeconds(10)).until(() -> simulator.requestCount() == requests + 1);
        assertThat(ledger.totals("any", "any").reserved()).isZero();

        simulator.reset();
        clock.pass(Duration.ofMinutes(1));
        assertRefused(client);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> email(client, "Bob Sample").join());
        email(other, "Bob Sample").join();
    }

    @Test
    void pricesAreThoseOfTheAccountOnceItHasToldThem() {
        LeadIQSimulator simulator = simulator(null);
        CreditConfig base = CreditConfig.counting(ledger, "test");
        TestClient client = client(
                simulator,
                new CreditConfig(
                        base.billing(),
                        PriceList.parse("email=7"),
                        true,
                        null,
                        base.period(),
                        base.warningAt(),
                        ledger,
                        "test",
                        false,
                        base.secrets(),
                        null));
        Map<String, Object> input = Map.of("fullName", "Ada Sample", "limit", 1);
        assertThat(email(client, "Ada Sample").join().credits().actual()).isEqualByComparingTo("7");
        // an estimate waits for them
        assertThat(client.estimate(LeadIQOperation.SEARCH_PEOPLE, Selection.DEFAULT, input)
                        .credits())
                .isEqualByComparingTo("1");
        assertThat(email(client, "Bob Sample").join().credits().actual()).isEqualByComparingTo("1");
        // the schema, the account, and the two people
        assertThat(simulator.requestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void pastEmployersAreNeitherAskedForNorBilled(Dialect dialect) {
        LeadIQSimulator simulator =
                LeadIQSimulator.builder().clock(clock).dialect(dialect).start();
        open.add(simulator);
        TestClient client = client(simulator, CreditConfig.counting(ledger, "test"));

        LeadIQResponse response = client.call(
                        LeadIQOperation.SEARCH_PEOPLE,
                        Selection.of(Set.of(DataPoint.values())),
                        Map.of("fullName", "Ada Veteran", "company", Map.of("domain", "acme.example"), "limit", 1))
                .join();

        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo("14");
        assertThat(response.credits().actual()).isEqualByComparingTo("14");
        String answer = new String(
                response.data().bytes(),
                response.data().offset(),
                response.data().length(),
                StandardCharsets.UTF_8);
        assertThat(answer).contains("\"pastPositions\"", "Associate, ");
        assertThat(answer.split("\"numberOfEmployees\"", -1)).hasSize(2);
    }

    @Test
    void estimatesAreWhatACallCanCostAtMost() {
        TestClient client = client(simulator(null), CreditConfig.counting(ledger, "test"));
        Selection all = Selection.of(Set.of(DataPoint.values()));
        Map<String, Object> person = Map.of("fullName", "Ada Sample", "limit", 1);
        assertThat(client.estimate(LeadIQOperation.SEARCH_PEOPLE, Selection.DEFAULT, person))
                .isEqualTo(new CreditEstimate(BigDecimal.ONE, null, BigDecimal.ONE, BigDecimal.ZERO));
        assertThat(client.estimate(LeadIQOperation.SEARCH_PEOPLE, all, person).credits())
                .isEqualByComparingTo("41");
        assertThat(client.estimate(LeadIQOperation.SEARCH_PEOPLE, all, person).one())
                .isEqualByComparingTo("14");
        // who asks for past employers as well can be billed for them as well
        Selection employers = Selection.ofFields(
                "results { id currentPositions { companyInfo { domain } } p: pastPositions { companyInfo { domain } } }");
        assertThat(client.estimate(LeadIQOperation.SEARCH_PEOPLE, employers, person)
                        .credits())
                .isEqualByComparingTo("60");
        // the employer, as the person's own and as what a job change led to
        assertThat(client.estimate(
                                LeadIQOperation.FLAT_ADVANCED_SEARCH,
                                all,
                                Map.of("limit", 1, "contactFilter", Map.of("titles", List.of("Example"))))
                        .credits())
                .isEqualByComparingTo("17");
        assertThat(client.estimate(LeadIQOperation.SEARCH_PEOPLE, Selection.DEFAULT, Map.of("fullName", "Ada Sample")))
                .isEqualTo(new CreditEstimate(BigDecimal.TEN, "input.limit", BigDecimal.ONE, BigDecimal.ZERO));
        assertThat(client.estimate(LeadIQOperation.SEARCH_COMPANY, Selection.DEFAULT, Map.of("domain", "acme.example"))
                        .credits())
                .isEqualByComparingTo("30");
        assertThat(client.estimate(LeadIQOperation.USAGE, Selection.DEFAULT, Map.of()))
                .isEqualTo(CreditEstimate.FREE);
    }

    private static void assertRefused(TestClient client) {
        assertThatThrownBy(() -> email(client, "Bob Sample").join())
                .hasCauseInstanceOf(LeadIQInsufficientCreditsException.class);
    }

    private static CompletableFuture<LeadIQResponse> email(TestClient client, String name) {
        return client.call(
                LeadIQOperation.SEARCH_PEOPLE,
                Selection.DEFAULT,
                Map.of("fullName", name, "company", Map.of("domain", "acme.example"), "limit", 1));
    }

    private LeadIQSimulator simulator(BigDecimal credits) {
        LeadIQSimulator simulator =
                LeadIQSimulator.builder().clock(clock).credits(credits).start();
        open.add(simulator);
        return simulator;
    }

    private TestClient client(LeadIQSimulator simulator, CreditConfig config) {
        TestClient client = new TestClient(simulator, config, clock);
        open.add(0, client);
        return client;
    }
}

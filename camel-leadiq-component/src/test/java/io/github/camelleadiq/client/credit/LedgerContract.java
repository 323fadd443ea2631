/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static io.github.camelleadiq.client.DataPoint.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Claim;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Decision;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Reservation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every ledger keeps to. */
abstract class LedgerContract {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final List<String> PERIODS = List.of("run-1", "2026-11-22", "2026-11");

    private final String account = "account-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);

    abstract LeadIQCreditLedger ledger();

    @Test
    void refusesWhatDoesNotFitBesidesSpentAndReserved() {
        Reservation first = reserve("60", "100").reservation();
        assertThat(reserve("40.1", "100").reservation()).isNull();
        Decision second = reserve("40", "100");
        assertThat(second.reservation()).isNotNull();
        assertThat(second.totals().reserved()).isEqualByComparingTo("60");

        ledger().settle(first, Purchase.of(new BigDecimal("10.5"), false));

        assertThat(reserve("49.5", "100").reservation()).isNotNull();
        Decision refusal = reserve("0.1", "100");
        assertThat(refusal.reservation()).isNull();
        assertThat(refusal.totals().spent()).isEqualByComparingTo("10.5");
        assertThat(refusal.totals().reserved()).isEqualByComparingTo("89.5");
    }

    @Test
    void givesBackWhatIsRefundedOnce() {
        Reservation reservation = reserve("60", "100").reservation();

        ledger().refund(reservation);
        ledger().refund(reservation);

        assertThat(totals().reserved()).isEqualByComparingTo("0");
        assertThat(totals().spent()).isEqualByComparingTo("0");
        assertThat(reserve("100", "100").reservation()).isNotNull();
    }

    @Test
    void countsForEveryPeriodOfTheCall() {
        ledger().settle(reserve("5", "100").reservation(), Purchase.of(new BigDecimal("4"), true));

        for (String period : PERIODS) {
            assertThat(ledger().totals(account, period).spent()).as(period).isEqualByComparingTo("4");
            assertThat(ledger().totals(account, period).uncertain()).isEqualByComparingTo("4");
        }
        assertThat(ledger().totals(account, "2026-10").spent()).isEqualByComparingTo("0");
    }

    @Test
    void remembersForAYearWhatWasBought() {
        assertThat(buy(NOW, person("a", EMAIL))).isEqualByComparingTo("1");
        assertThat(buy(NOW.plus(Duration.ofDays(364)), person("a", EMAIL))).isEqualByComparingTo("0");
        assertThat(buy(NOW.plus(Duration.ofDays(364)), person("a", EMAIL, DataPoint.PHONE)))
                .isEqualByComparingTo("10");
        assertThat(buy(NOW.plus(Duration.ofDays(365)), person("a", EMAIL))).isEqualByComparingTo("1");
        assertThat(buy(NOW.plus(Duration.ofDays(366)), person("a", EMAIL))).isEqualByComparingTo("0");
    }

    @Test
    void billsACompanyOnceForAllItsPeople() {
        assertThat(buy(NOW, worker("a", "x"), worker("b", "x"))).isEqualByComparingTo("3.1");
        assertThat(buy(NOW, worker("c", "x"), worker("a", "x"))).isEqualByComparingTo("0.1");
    }

    /** Whichever of two overlapping calls the server saw first, the count is not below its bill. */
    @Test
    void countsTheFeeThatOverlappingCallsMayHaveCost() {
        Reservation one = reserve("100", null).reservation();
        Reservation other = reserve("100", null).reservation();
        assertThat(settle(one, NOW, worker("a", "x"))).isEqualByComparingTo("3");
        Sale rich = new Sale(true, "b", Set.of(EMAIL), List.of("x"));
        assertThat(settle(other, NOW, rich)).isEqualByComparingTo("1.1");

        Reservation first = reserve("100", null).reservation();
        Reservation second = reserve("100", null).reservation();
        assertThat(settle(first, NOW, person("p", EMAIL))).isEqualByComparingTo("1");
        assertThat(settle(second, NOW, person("p"))).isEqualByComparingTo("0.1");
    }

    @Test
    void countsOverlappingCallsForTheSameOnce() {
        Reservation one = reserve("100", null).reservation();
        Reservation other = reserve("100", null).reservation();
        Sale all = new Sale(true, "a", Set.of(EMAIL, DataPoint.PHONE), List.of("x"));
        assertThat(settle(one, NOW, all)).isEqualByComparingTo("14");
        assertThat(settle(other, NOW, all)).isEqualByComparingTo("0");

        Reservation first = reserve("100", null).reservation();
        Reservation second = reserve("100", null).reservation();
        assertThat(settle(first, NOW, worker("b", "y"))).isEqualByComparingTo("3");
        assertThat(settle(second, NOW, worker("b", "y"))).isEqualByComparingTo("0");
    }

    @Test
    void neverPassesTheBudgetHoweverManySpendAtOnce() throws Exception {
        BigDecimal budget = new BigDecimal("200");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<BigDecimal>> spenders = IntStream.range(0, 8)
                    .mapToObj(any -> threads.submit(() -> spendUntilRefused(ledger(), account, budget)))
                    .toList();
            BigDecimal sum = BigDecimal.ZERO;
            for (Future<BigDecimal> spender : spenders) {
                sum = sum.add(spender.get());
            }
            assertThat(totals().spent()).isEqualByComparingTo(sum).isLessThanOrEqualTo(budget);
            assertThat(totals().reserved()).isEqualByComparingTo("0");
            assertThat(sum).isGreaterThan(budget.subtract(new BigDecimal("15")));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Calls that cost up to 14 credits, some of which fail, until 10 were refused one after the other. */
    static BigDecimal spendUntilRefused(LeadIQCreditLedger ledger, String account, BigDecimal budget) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        BigDecimal spent = BigDecimal.ZERO;
        int refusals = 0;
        while (refusals < 10) {
            BigDecimal most = BigDecimal.valueOf(random.nextInt(1, 140), 1);
            Decision decision = ledger.reserve(new Claim(account, PERIODS, PERIODS.get(2), most, budget, NOW));
            if (decision.reservation() == null) {
                refusals++;
            } else if (random.nextInt(5) == 0) {
                ledger.refund(decision.reservation());
            } else {
                refusals = 0;
                BigDecimal cost = most.multiply(BigDecimal.valueOf(random.nextInt(11), 1));
                ledger.settle(decision.reservation(), Purchase.of(cost, false));
                spent = spent.add(cost);
            }
        }
        return spent;
    }

    final Decision reserve(String credits, String budget) {
        return ledger().reserve(new Claim(
                account,
                PERIODS,
                PERIODS.get(1),
                new BigDecimal(credits),
                budget == null ? null : new BigDecimal(budget),
                NOW));
    }

    final LeadIQCreditLedger.Totals totals() {
        return ledger().totals(account, PERIODS.get(1));
    }

    private BigDecimal buy(Instant now, Sale... sales) {
        return settle(reserve("100", null).reservation(), now, sales);
    }

    private BigDecimal settle(Reservation reservation, Instant now, Sale... sales) {
        return ledger().settle(reservation, new UniversalPurchase(Arrays.asList(sales), PriceList.PUBLISHED, now))
                .bill()
                .credits();
    }

    private static Sale person(String id, DataPoint... contact) {
        return new Sale(true, id, Set.of(contact), List.of());
    }

    private static Sale worker(String id, String company) {
        return new Sale(true, id, Set.of(), List.of(company));
    }
}

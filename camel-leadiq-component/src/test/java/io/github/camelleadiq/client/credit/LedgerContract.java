/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static io.github.camelleadiq.client.DataPoint.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.cache.CacheSecrets;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Charge;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Claim;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Decision;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Reservation;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Settlement;
import io.github.camelleadiq.client.internal.credit.RecordHashes;
import io.github.camelleadiq.client.internal.credit.UniversalPurchase;
import io.github.camelleadiq.client.internal.graphql.Sale;
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
    static final List<String> SECRETS =
            List.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=");
    static final CacheSecrets FIRST = CacheSecrets.of(SECRETS.get(0), null);
    static final CacheSecrets SECOND = CacheSecrets.of(SECRETS.get(1), SECRETS.get(0));
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

        write(first, Purchase.of(new BigDecimal("10.5"), false));

        assertThat(reserve("49.5", "100").reservation()).isNotNull();
        Decision refusal = reserve("0.1", "100");
        assertThat(refusal.reservation()).isNull();
        assertThat(refusal.totals().spent()).isEqualByComparingTo("10.5");
        assertThat(refusal.totals().reserved()).isEqualByComparingTo("89.5");
    }

    @Test
    void givesBackWhatIsRefundedOnce() {
        Reservation reservation = reserve("60", "100").reservation();

        ledger().refund(List.of(reservation));
        ledger().refund(List.of(reservation));

        assertThat(totals().reserved()).isEqualByComparingTo("0");
        assertThat(totals().spent()).isEqualByComparingTo("0");
        assertThat(reserve("100", "100").reservation()).isNotNull();
    }

    @Test
    void countsForEveryPeriodOfTheCall() {
        write(reserve("5", "100").reservation(), Purchase.of(new BigDecimal("4"), true));

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
            Decision decision = ledger.reserve(List.of(new Claim(account, PERIODS, PERIODS.get(2), most, budget, NOW)))
                    .get(0);
            if (decision.reservation() == null) {
                refusals++;
            } else if (random.nextInt(5) == 0) {
                ledger.refund(List.of(decision.reservation()));
            } else {
                refusals = 0;
                BigDecimal cost = most.multiply(BigDecimal.valueOf(random.nextInt(11), 1));
                ledger.settle(List.of(new Charge(decision.reservation(), Purchase.of(cost, false))));
                spent = spent.add(cost);
            }
        }
        return spent;
    }

    @Test
    void setsAsideForAListWhatFitsInItsOrder() {
        List<Decision> decisions =
                ledger().reserve(List.of(claim("60", "100"), claim("50", "100"), claim("40", "100")));

        assertThat(decisions)
                .extracting(decision -> decision.reservation() != null)
                .containsExactly(true, false, true);
        assertThat(decisions.get(2).totals().reserved()).isEqualByComparingTo("60");
        assertThat(totals().reserved()).isEqualByComparingTo("100");

        ledger().refund(List.of(decisions.get(0).reservation(), decisions.get(2).reservation()));
        assertThat(totals().reserved()).isEqualByComparingTo("0");
    }

    @Test
    void writesAListDownAsItsCallsOneAfterTheOther() {
        List<Reservation> reservations =
                ledger().reserve(List.of(claim("14", null), claim("14", null), claim("14", null))).stream()
                        .map(Decision::reservation)
                        .toList();

        List<Settlement> settlements = ledger().settle(List.of(
                new Charge(reservations.get(0), purchase(NOW, worker("a", "x"))),
                new Charge(reservations.get(1), purchase(NOW, worker("a", "x"))),
                new Charge(reservations.get(2), purchase(NOW, person("b", EMAIL)))));

        assertThat(settlements)
                .extracting(settlement -> settlement.bill().credits().doubleValue())
                .containsExactly(3.0, 0.0, 1.0);
        assertThat(settlements.get(0).totals().spent()).isEqualByComparingTo("4");
        assertThat(totals().spent()).isEqualByComparingTo("4");
        assertThat(totals().reserved()).isEqualByComparingTo("0");
    }

    @Test
    void whatWasBoughtStaysFreeWhenASecretComesAndWhenItIsReplaced() {
        Sale everything = new Sale(true, "p-1", Set.of(EMAIL, DataPoint.PHONE), List.of("c-1"));
        assertThat(buy(CacheSecrets.none(), NOW, everything)).isEqualByComparingTo("14");

        for (CacheSecrets secrets : List.of(FIRST, SECOND, SECOND, CacheSecrets.of(null, SECRETS.get(1)))) {
            assertThat(buy(secrets, NOW.plus(Duration.ofDays(1)), everything)).isZero();
        }
        // the year is still that of the purchase
        assertThat(buy(CacheSecrets.of(null, SECRETS.get(1)), NOW.plus(Duration.ofDays(365)), everything))
                .isEqualByComparingTo("14");
    }

    @Test
    void erasesWhatWasBoughtOfARecordWithWhateverSecret() {
        buy(CacheSecrets.none(), NOW, person("p-1", EMAIL));
        buy(FIRST, NOW, person("p-2", EMAIL), person("p-3"));
        buy(SECOND, NOW, worker("p-4", "c-1"));

        assertThat(erase("p-1")).isEqualTo(2);
        assertThat(erase("p-1")).isZero();
        assertThat(erase("p-2")).isEqualTo(2);
        assertThat(erase("p-4")).isEqualTo(1);

        assertThat(buy(SECOND, NOW, person("p-1", EMAIL), person("p-2", EMAIL), person("p-3"), worker("p-4", "c-1")))
                .isEqualByComparingTo("2.1");
    }

    private int erase(String recordId) {
        return ledger().erase(Set.copyOf(new RecordHashes(SECOND).of(recordId)));
    }

    @Test
    void nothingIsNothing() {
        assertThat(ledger().reserve(List.of())).isEmpty();
        assertThat(ledger().settle(List.of())).isEmpty();
        ledger().refund(List.of());
    }

    final Decision reserve(String credits, String budget) {
        return ledger().reserve(List.of(claim(credits, budget))).get(0);
    }

    private Claim claim(String credits, String budget) {
        return new Claim(
                account,
                PERIODS,
                PERIODS.get(1),
                new BigDecimal(credits),
                budget == null ? null : new BigDecimal(budget),
                NOW);
    }

    final Settlement write(Reservation reservation, Purchase purchase) {
        return ledger().settle(List.of(new Charge(reservation, purchase))).get(0);
    }

    final LeadIQCreditLedger.Totals totals() {
        return ledger().totals(account, PERIODS.get(1));
    }

    private BigDecimal buy(Instant now, Sale... sales) {
        return settle(reserve("100", null).reservation(), now, sales);
    }

    private BigDecimal settle(Reservation reservation, Instant now, Sale... sales) {
        return write(reservation, purchase(now, sales)).bill().credits();
    }

    private static Purchase purchase(Instant now, Sale... sales) {
        return purchase(CacheSecrets.none(), now, sales);
    }

    final BigDecimal buy(CacheSecrets secrets, Instant now, Sale... sales) {
        return write(reserve("100", null).reservation(), purchase(secrets, now, sales))
                .bill()
                .credits();
    }

    private static Purchase purchase(CacheSecrets secrets, Instant now, Sale... sales) {
        return new UniversalPurchase(Arrays.asList(sales), PriceList.PUBLISHED, new RecordHashes(secrets), now);
    }

    private static Sale person(String id, DataPoint... contact) {
        return new Sale(true, id, Set.of(contact), List.of());
    }

    private static Sale worker(String id, String company) {
        return new Sale(true, id, Set.of(), List.of(company));
    }
}

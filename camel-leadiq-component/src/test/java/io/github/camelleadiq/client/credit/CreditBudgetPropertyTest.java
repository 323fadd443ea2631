/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.HandSetClock;
import io.github.camelleadiq.client.LeadIQCreditBudgetException;
import io.github.camelleadiq.client.LeadIQResponse;
import io.github.camelleadiq.client.TestClient;
import io.github.camelleadiq.client.credit.Lookups.Lookup;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** However many calls run at once, neither our count nor the server's bill passes the budget. */
class CreditBudgetPropertyTest {
    private static final BigDecimal PROFILE_FEE = new BigDecimal("0.1");
    /** Under the names that the traffic has for it. */
    private static final Pattern ID = Pattern.compile("\"(?:id|x|c)\"\\s*:\\s*\"([^\"]+)\"");

    @Provide
    Arbitrary<List<Lookup>> traffic() {
        return Lookups.all().list().ofSize(120);
    }

    /** All calls at once, so that overlapping ones are the rule. */
    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void neitherCountNorBillPassesTheBudget(@ForAll("traffic") List<Lookup> traffic) {
        BigDecimal budget = new BigDecimal("150");
        HandSetClock clock = new HandSetClock();
        CreditConfig config =
                CreditConfig.counting(new MemoryCreditLedger(), "test").withBudget(budget, BudgetPeriod.DAY);
        try (LeadIQSimulator simulator = LeadIQSimulator.builder().clock(clock).start();
                TestClient client = new TestClient(simulator, config, clock)) {
            check(traffic, budget, simulator, client);
        }
    }

    private static void check(List<Lookup> traffic, BigDecimal budget, LeadIQSimulator simulator, TestClient client) {
        List<CompletableFuture<LeadIQResponse>> calls =
                traffic.stream().map(lookup -> lookup.send(client)).toList();

        BigDecimal counted = BigDecimal.ZERO;
        Set<String> records = new HashSet<>();
        for (CompletableFuture<LeadIQResponse> call : calls) {
            try {
                LeadIQResponse answer = call.join();
                counted = counted.add(answer.credits().actual());
                String json = new String(answer.data().toBytes(), StandardCharsets.UTF_8);
                ID.matcher(json).results().forEach(id -> records.add(id.group(1)));
            } catch (CompletionException e) {
                assertThat(e.getCause()).isInstanceOf(LeadIQCreditBudgetException.class);
            }
        }
        BigDecimal billed = simulator.meter().total(LeadIQSimulator.DEMO_KEY);
        assertThat(counted).isLessThanOrEqualTo(budget);
        assertThat(billed).isLessThanOrEqualTo(budget);
        // only profile fees hang on the order of calls, one for each record: who comes first at LeadIQ need not be
        // first here
        BigDecimal fees = PROFILE_FEE.multiply(BigDecimal.valueOf(records.size()));
        assertThat(counted.subtract(billed)).isBetween(fees.negate(), fees);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.HandSetClock;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQResponse;
import io.github.camelleadiq.client.TestClient;
import io.github.camelleadiq.client.credit.Lookups.Lookup;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Our count of any traffic is the server's own count, to the credit and call by call. */
class MeterTest {

    /** A call, and how long after the one before. */
    record Step(Duration later, Lookup lookup) {}

    @Provide
    Arbitrary<List<Step>> traffic() {
        Arbitrary<Duration> later = Arbitraries.frequency(Tuple.of(20, 0), Tuple.of(2, 100), Tuple.of(1, 365))
                .map(Duration::ofDays);
        return Combinators.combine(later, Lookups.all())
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void countsWhatTheServerCounts(@ForAll("traffic") List<Step> traffic, @ForAll Dialect dialect) {
        HandSetClock clock = new HandSetClock();
        MemoryCreditLedger ledger = new MemoryCreditLedger();
        try (LeadIQSimulator simulator =
                        LeadIQSimulator.builder().clock(clock).dialect(dialect).start();
                TestClient client = new TestClient(simulator, CreditConfig.counting(ledger, "test"), clock)) {
            BigDecimal before = BigDecimal.ZERO;
            for (Step step : traffic) {
                clock.pass(step.later());
                if (dialect == Dialect.DOCUMENTED && !isDocumented(step.lookup())) {
                    continue;
                }
                LeadIQResponse response = step.lookup().send(client).join();
                BigDecimal now = simulator.meter().total(LeadIQSimulator.DEMO_KEY);
                assertThat(response.credits().actual())
                        .as("%s", step.lookup())
                        .isEqualByComparingTo(now.subtract(before))
                        .isLessThanOrEqualTo(response.credits().estimated());
                before = now;
            }
        }
    }

    private static boolean isDocumented(Lookup lookup) {
        return lookup.operation() != LeadIQOperation.MATCH_PROFILE
                && lookup.selection().fields() == null;
    }
}

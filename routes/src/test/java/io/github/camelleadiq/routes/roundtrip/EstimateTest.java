/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.pipeline.EnrichmentSummary;
import io.github.camelleadiq.routes.pipeline.Mode;
import io.github.camelleadiq.routes.salesforce.SalesforceBackfill;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.credit.BilledDataPoint;
import io.github.camelleadiq.simulator.credit.Charge;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.SeedPlan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an org full of gaps is expected to cost, and what it does. */
class EstimateTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private static final List<String> OBJECTS = List.of("Lead", "Contact", "Account");

    private static final Set<BilledDataPoint> CONTACT_DATA = EnumSet.of(BilledDataPoint.EMAIL, BilledDataPoint.PHONE);

    /** Of how many people the answer to one question can have data. */
    private static final int CANDIDATES = 2;

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();
    private final SalesforceSimulator salesforce = SALESFORCE.simulator();

    /** A backfill of all objects: what it is estimated to cost, and what it has cost by the run's count. */
    private BigDecimal[] backfill(Mode mode) throws Exception {
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
        try (H2State h2 = H2State.file(directory.resolve(mode.optionName()))) {
            EnrichmentState state = EnrichmentState.open(h2.dataSource());
            try (Node node = new Node(salesforce.url(), leadIQ.url(), state)) {
                node.with(routes -> routes.profile(Fixtures.shipped("lead"))
                        .profile(Fixtures.shipped("contact"))
                        .profile(Fixtures.shipped("account"))
                        .mode(mode)
                        .parameter("summaryUri", "direct:watched")
                        .parameter("samples", "0"));
                node.context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:watched").process(exchange -> {
                            EnrichmentSummary summary = exchange.getMessage().getBody(EnrichmentSummary.class);
                            sums[0] = sums[0].add(summary.estimatedCredits());
                            sums[1] = sums[1].add(summary.credits());
                        });
                    }
                });
                node.start();
                for (String object : OBJECTS) {
                    SalesforceBackfill backfill = new SalesforceBackfill();
                    backfill.setCamelContext(node.context);
                    backfill.setObject(object);
                    backfill.setRunId("run-" + object);
                    backfill.setState(state);
                    assertThat(backfill.run().state()).isEqualTo(RunState.DONE);
                }
            }
        }
        return sums;
    }

    /** The org of the example. */
    @Test
    void anOrgIsEstimatedWithinAFiftieth() throws Exception {
        salesforce.seed(SeedPlan.of(240, 140, 40));
        Map<String, Map<String, Object>> before = people();

        BigDecimal estimated = backfill(Mode.PREVIEW)[0];
        assertThat(meter()).isZero();

        BigDecimal counted = backfill(Mode.LIVE)[1];
        assertThat(counted).isEqualByComparingTo(meter());
        // forty accounts and the twenty-four other companies where leads work: nobody's past employer
        assertThat(leadIQ.meter().byDataPoint(LeadIQSimulator.DEMO_KEY).get(BilledDataPoint.COMPANY))
                .isEqualByComparingTo("192");
        assertTheBillIsTheLeast(before);
        assertThat(estimated.subtract(counted).abs()).isLessThanOrEqualTo(counted.multiply(new BigDecimal("0.02")));
    }

    /** What was bought of a person, some record of that person lacked; and nothing was bought twice. */
    private void assertTheBillIsTheLeast(Map<String, Map<String, Object>> before) {
        List<Charge> charges = leadIQ.meter().charges();
        assertThat(charges)
                .extracting(charge -> charge.recordId() + " " + charge.dataPoint())
                .doesNotHaveDuplicates();

        Map<String, Set<BilledDataPoint>> lacking = new HashMap<>();
        Map<BilledDataPoint, Integer> refused = new EnumMap<>(BilledDataPoint.class);
        people().forEach((id, after) -> {
            Set<BilledDataPoint> gaps = gaps(before.get(id));
            if (after.get("LeadIQ_Id__c") instanceof String person) {
                lacking.computeIfAbsent(person, none -> EnumSet.noneOf(BilledDataPoint.class))
                        .addAll(gaps);
            } else {
                gaps.forEach(gap -> refused.merge(gap, CANDIDATES, Integer::sum));
            }
        });
        Map<BilledDataPoint, Integer> boughtOfOthers = new EnumMap<>(BilledDataPoint.class);
        assertThat(charges.stream().filter(charge -> CONTACT_DATA.contains(charge.dataPoint())))
                .isNotEmpty()
                .allSatisfy(charge -> {
                    Set<BilledDataPoint> lacks = lacking.get(charge.recordId());
                    if (lacks == null) {
                        // who was not taken for the person that was meant: that shows only in the answer
                        boughtOfOthers.merge(charge.dataPoint(), 1, Integer::sum);
                    } else {
                        assertThat(lacks).contains(charge.dataPoint());
                    }
                });
        boughtOfOthers.forEach((dataPoint, count) -> assertThat(count)
                .as("%s of others", dataPoint)
                .isLessThanOrEqualTo(refused.getOrDefault(dataPoint, 0)));
    }

    private static Set<BilledDataPoint> gaps(Map<String, Object> person) {
        Set<BilledDataPoint> gaps = EnumSet.noneOf(BilledDataPoint.class);
        if (person.get("Email") == null && !Boolean.TRUE.equals(person.get("HasOptedOutOfEmail"))) {
            gaps.add(BilledDataPoint.EMAIL);
        }
        if ((person.get("Phone") == null || person.get("MobilePhone") == null)
                && !Boolean.TRUE.equals(person.get("DoNotCall"))) {
            gaps.add(BilledDataPoint.PHONE);
        }
        return gaps;
    }

    private Map<String, Map<String, Object>> people() {
        Map<String, Map<String, Object>> people = new HashMap<>();
        for (String object : List.of("Lead", "Contact")) {
            salesforce.records(object).forEach(record -> people.put((String) record.get("Id"), withoutNulls(record)));
        }
        return people;
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> record) {
        Map<String, Object> values = new HashMap<>(record);
        values.values().removeIf(Objects::isNull);
        return values;
    }

    private BigDecimal meter() {
        return leadIQ.meter().total(LeadIQSimulator.DEMO_KEY);
    }
}

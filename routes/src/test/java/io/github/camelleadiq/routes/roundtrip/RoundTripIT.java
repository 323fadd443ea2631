/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.org.RecordWrite;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Leads with gaps, through CometD and REST and back, while servers fail and the process is killed, in an org with picklists
 * of states and countries and a trigger that takes few records at once. What is in the CRM in the end, and what was paid
 * for it, is what a run without any trouble gives; attempts and lease are the usual ones.
 *
 * <p>{@code -Droundtrip.leads=10000} for as many leads; a few hundred by default.
 */
@Tag("any-platform")
class RoundTripIT {

    private static final int LEADS = Integer.getInteger("roundtrip.leads", 200);
    private static final int KILLS = 3;
    private static final double FAULTS = 0.2;
    private static final int MOST_AT_ONCE = 50;
    /** A minute until what the dead worker had is taken over, and another one for attempts that fail. */
    private static final Duration AFTER_A_KILL = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofMinutes(LEADS > 1_000 ? 30 : 3);

    /** What our writes fill. */
    private static final Set<String> FILLED =
            Set.of("Email", "Phone", "MobilePhone", "Title", "City", "State", "Country", "Industry");

    @TempDir
    Path directory;

    /**
     * What came of a run.
     *
     * @param leads by last name and so whatever the ids are
     * @param took from the last kill to the end; all of it if there was none
     */
    private record Result(Map<String, Map<String, Object>> leads, BigDecimal credits, Duration took) {}

    @Test
    void faultsAndKillsChangeNeitherTheOutcomeNorTheBill() throws Exception {
        Result calm = run("calm", false);
        Result troubled = run("troubled", true);

        assertThat(troubled.leads()).isEqualTo(calm.leads());
        assertThat(troubled.credits()).isEqualByComparingTo(calm.credits()).isGreaterThan(BigDecimal.valueOf(LEADS));
        assertThat(troubled.took()).isLessThan(AFTER_A_KILL.plus(calm.took()));
    }

    private Result run(String name, boolean trouble) throws Exception {
        Path state = Files.createDirectory(directory.resolve(name));
        long start = System.nanoTime();
        try (LeadIQSimulator leadIQ = LeadIQSimulator.builder().start();
                SalesforceSimulator salesforce =
                        SalesforceSimulator.builder().dailyLimit(10_000_000).start()) {
            salesforce.rules().trigger("LeadTrigger", "Lead", MOST_AT_ONCE);
            if (trouble) {
                leadIQ.faults()
                        .random(
                                1,
                                FAULTS,
                                Fault.status(500),
                                Fault.graphql(502),
                                Fault.reset(),
                                Fault.resetAfterProcessing());
                salesforce
                        .faults()
                        .random(
                                2,
                                FAULTS,
                                SalesforceFaults.serverError(),
                                SalesforceFaults.unavailable(),
                                Fault.reset(),
                                Fault.resetAfterProcessing());
                salesforce.faults().lockRows(3, FAULTS);
                salesforce.streaming().duplicates(FAULTS);
            }
            IntStream.range(0, LEADS).forEach(i -> salesforce.create("Lead", lead(i)));
            long begun = System.nanoTime();
            Duration took;
            try (WorkerProcess worker = new WorkerProcess(salesforce.url(), leadIQ.url(), state)) {
                for (int kill = 1; trouble && kill <= KILLS; kill++) {
                    long enough = (long) LEADS * kill / (KILLS + 1);
                    await().atMost(PATIENCE)
                            .until(() -> salesforce.recordsWritten() - LEADS >= enough || worker.isSettled(LEADS));
                    worker.kill();
                    begun = System.nanoTime();
                    worker.start();
                }
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> worker.isSettled(LEADS));
                took = Duration.ofNanos(System.nanoTime() - begun);
                long paid = leadIQ.lookupCount();
                // our own writes come back as events, and none of them is looked up
                await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> worker.isSettled(LEADS));
                if (!trouble) {
                    assertThat(leadIQ.lookupCount()).isEqualTo(paid);
                }
                assertThat(worker.deadLetters()).isZero();
            }
            for (String id : ids(salesforce)) {
                assertWrittenOnce(salesforce.history(id));
            }
            Result result = result(leadIQ, salesforce, took);
            System.out.printf(
                    "%s: %,d leads in %d s (%d s since the last kill), %s credits, %,d LeadIQ requests, %,d Salesforce requests, %s%n",
                    name,
                    LEADS,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                    took.toSeconds(),
                    result.credits(),
                    leadIQ.requestCount(),
                    salesforce.requests().size(),
                    filled(result));
            return result;
        }
    }

    private static Map<String, Object> lead(int number) {
        Map<String, Object> lead = new HashMap<>();
        lead.put("FirstName", number % 25 == 7 ? "Nobody" : "Ada");
        lead.put("LastName", "Sample" + number);
        lead.put("Company", "Acme");
        if (number % 20 != 3) {
            lead.put("Website", "acme.example");
        }
        if (number % 3 == 0) {
            lead.put("Title", "Invented title");
        }
        if (number % 10 == 9) {
            lead.put("HasOptedOutOfEmail", true);
            lead.put("DoNotCall", true);
        }
        return lead;
    }

    private static List<String> ids(SalesforceSimulator salesforce) {
        return salesforce.records("Lead").stream()
                .map(record -> (String) record.get("Id"))
                .toList();
    }

    /** The same value may be written again after a lost answer; another value never. */
    private static void assertWrittenOnce(List<RecordWrite> history) {
        Map<String, Set<Object>> values = new HashMap<>();
        history.stream().filter(write -> Node.CLIENT.equals(write.client())).forEach(write -> write.changed()
                .forEach((field, value) -> {
                    if (FILLED.contains(field)) {
                        values.computeIfAbsent(field, any -> new HashSet<>()).add(value);
                    }
                }));
        assertThat(values.values()).allSatisfy(written -> assertThat(written).hasSize(1));
    }

    private static Result result(LeadIQSimulator leadIQ, SalesforceSimulator salesforce, Duration took) {
        Map<String, Map<String, Object>> leads = new TreeMap<>();
        for (Map<String, Object> record : salesforce.records("Lead")) {
            Map<String, Object> fields = new TreeMap<>();
            FILLED.forEach(field -> fields.put(field, String.valueOf(record.get(field))));
            fields.put("status", String.valueOf(record.get("LeadIQ_Status__c")));
            leads.put((String) record.get("LastName"), fields);
        }
        return new Result(leads, leadIQ.meter().total(LeadIQSimulator.DEMO_KEY), took);
    }

    private static Map<String, Long> filled(Result result) {
        Map<String, Long> filled = new TreeMap<>();
        result.leads()
                .values()
                .forEach(fields -> fields.forEach((field, value) -> {
                    if (field.equals("status")) {
                        filled.merge("status " + value, 1L, Long::sum);
                    } else if (!value.equals("null")) {
                        filled.merge(field, 1L, Long::sum);
                    }
                }));
        return filled;
    }
}

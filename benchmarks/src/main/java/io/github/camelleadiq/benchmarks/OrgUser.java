/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Who works in the org while it is enriched: fills in by hand what leads lack, or creates leads. */
final class OrgUser {

    /** The same edits in each run. */
    private static final long SEED = 11;

    private final SalesforceSimulator salesforce;
    private final Map<String, Map<String, Object>> edits = new ConcurrentHashMap<>();
    private final AtomicInteger created = new AtomicInteger();
    private volatile boolean stopping;
    private Thread working;

    OrgUser(SalesforceSimulator salesforce) {
        this.salesforce = salesforce;
    }

    /**
     * Takes one lead after the other that still lacks something, and fills it in.
     *
     * @param numbers of the leads that lack something
     * @param most    edits at most
     * @param micros  from one edit to the next
     */
    void edit(List<Integer> numbers, List<String> ids, int most, long micros) {
        List<Integer> order = new ArrayList<>(numbers);
        Collections.shuffle(order, new Random(SEED));
        work(() -> {
            long next = System.nanoTime();
            for (int number : order) {
                if (stopping || edits.size() == most) {
                    return;
                }
                if (edit(number, ids.get(number))) {
                    next += micros * 1_000;
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            }
        });
    }

    /** Whether it lacked something still. */
    private boolean edit(int number, String id) {
        Map<String, Object> lead = salesforce.record("Lead", id);
        Map<String, Object> values = new LinkedHashMap<>();
        Leads.gap(number).fields().forEach(field -> values.put(field, Leads.byHand(field, number)));
        if (!values.keySet().stream().allMatch(field -> lead.get(field) == null)) {
            return false;
        }
        salesforce.humanUpdate("Lead", id, values);
        edits.put(id, values);
        return true;
    }

    /** Leads that lack something, one after the other. */
    void create(int leads, long meanMicros) {
        Random random = new Random(SEED);
        work(() -> {
            long next = System.nanoTime();
            for (int i = 0; i < leads && !stopping; i++) {
                // as independent people do it: now and then several at once
                next += (long) (-Math.log(1 - random.nextDouble()) * meanMicros * 1_000);
                LockSupport.parkNanos(next - System.nanoTime());
                salesforce.create("Lead", Leads.lead(created.get() * Leads.EVERY));
                created.incrementAndGet();
            }
        });
    }

    int created() {
        return created.get();
    }

    /** How many edits there were, and how many of them are not there any more. */
    String stop() throws InterruptedException {
        stopping = true;
        working.join();
        long overwritten = edits.entrySet().stream()
                .filter(edit -> !salesforce
                        .record("Lead", edit.getKey())
                        .entrySet()
                        .containsAll(edit.getValue().entrySet()))
                .count();
        return edits.size() + " " + overwritten;
    }

    private void work(Runnable work) {
        working = new Thread(work, "person");
        working.setDaemon(true);
        working.start();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.subject.CommandLoop;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A Salesforce that has {@link Leads}, in a JVM of its own. */
public final class OrgMain {

    private static final String STAMP = "LeadIQ_Status__c";

    private final SalesforceSimulator salesforce;
    private final OrgUser user;
    private List<String> ids = List.of();

    private OrgMain(SalesforceSimulator salesforce) {
        this.salesforce = salesforce;
        this.user = new OrgUser(salesforce);
    }

    public static void main(String[] arguments) throws Exception {
        // without picklists each state that a lead lacks can be filled, and is counted as filled
        try (SalesforceSimulator salesforce = SalesforceSimulator.builder()
                .dailyLimit(Integer.MAX_VALUE)
                .addressPicklists(false)
                .start()) {
            OrgMain org = new OrgMain(salesforce);
            CommandLoop.serve(org.commands());
        }
    }

    private Map<String, CommandLoop.Command> commands() {
        Map<String, CommandLoop.Command> commands = new HashMap<>();
        commands.put("url", value -> salesforce.url());
        commands.put("seed", value -> seed(Integer.parseInt(value)));
        commands.put("latency", value -> {
            salesforce.latency(Duration.ofMillis(Long.parseLong(value)));
            return value;
        });
        commands.put("requests", value -> salesforce.requestCount(RequestKind.valueOf(value)));
        commands.put("writes", value -> salesforce.recordsWritten());
        commands.put("filled", value -> filled());
        commands.put("stamped", value -> stamped());
        commands.put("edit", value -> edit(value.split(" ")));
        commands.put("overwritten", value -> user.stop());
        commands.put("create", value -> create(value.split(" ")));
        commands.put("created", value -> user.created());
        return commands;
    }

    private int seed(int leads) {
        ids = salesforce.seed("Lead", IntStream.range(0, leads).mapToObj(Leads::lead));
        return ids.size();
    }

    /** Leads that lacked something and have it now. */
    private long filled() {
        return IntStream.range(0, ids.size())
                .filter(number -> isFilled(Leads.gap(number), salesforce.record("Lead", ids.get(number))))
                .count();
    }

    private static boolean isFilled(Leads.Gap gap, Map<String, Object> lead) {
        if (gap.fields().isEmpty() && lead.get(STAMP) != null) {
            throw new IllegalStateException("A lead that lacked nothing was written: " + lead.get("Id"));
        }
        return !gap.fields().isEmpty() && gap.fields().stream().allMatch(field -> lead.get(field) != null);
    }

    /** Leads, whoever made them, that were looked up and say so. */
    private long stamped() {
        return salesforce.records("Lead").stream()
                .filter(lead -> lead.get(STAMP) != null)
                .count();
    }

    private String edit(String[] words) {
        List<Integer> numbers = IntStream.range(0, ids.size())
                .filter(number -> !Leads.gap(number).fields().isEmpty())
                .boxed()
                .toList();
        user.edit(numbers, ids, Integer.parseInt(words[0]), Long.parseLong(words[1]));
        return words[0];
    }

    private String create(String[] words) {
        user.create(Integer.parseInt(words[0]), Long.parseLong(words[1]));
        return words[0];
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Salesforce with {@link Leads} in a JVM of its own. */
public final class OrgMain {

    private static final String STAMP = "LeadIQ_Status__c";

    private final SalesforceSimulator salesforce;
    private List<String> ids = List.of();

    private OrgMain(SalesforceSimulator salesforce) {
        this.salesforce = salesforce;
    }

    public static void main(String[] arguments) throws IOException {
        try (SalesforceSimulator salesforce = SalesforceSimulator.builder().start()) {
            OrgMain org = new OrgMain(salesforce);
            ServerProcess.serve(Map.of(
                    "url", value -> salesforce.url(),
                    "seed", value -> org.seed(Integer.parseInt(value)),
                    "requests", value -> salesforce.requestCount(RequestKind.valueOf(value)),
                    "writes", value -> salesforce.recordsWritten(),
                    "filled", value -> org.filled()));
        }
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
        boolean stamped = lead.get(STAMP) != null;
        if (gap.fields().isEmpty() && stamped) {
            throw new IllegalStateException("A lead that lacked nothing was written: " + lead.get("Id"));
        }
        return stamped && gap.fields().stream().allMatch(field -> lead.get(field) != null);
    }
}

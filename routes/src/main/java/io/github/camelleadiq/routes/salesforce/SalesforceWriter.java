/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.PoisonIsolator;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.camel.Body;
import org.apache.camel.Handler;

/** Writes values back: one request for 200 records of a type, each of which succeeds or fails for itself. */
public final class SalesforceWriter extends SalesforceBean {
    private static final int MOST = 200;

    /** After so many writes in a row that failed as in an outage, the next one looks whether one record is the reason. */
    private static final int LONG_OUTAGE = 3;

    private final AtomicInteger outages = new AtomicInteger();
    private String client = "leadiq";
    private boolean allowDuplicates;

    public String getClient() {
        return client;
    }

    /** The tag by which change events of our own writes are recognised, see {@code Sforce-Call-Options}. */
    public void setClient(String client) {
        if (!client.matches("[\\w.-]{1,64}")) {
            throw new IllegalArgumentException("A client tag has letters, digits, dots and dashes");
        }
        this.client = client;
    }

    public boolean isAllowDuplicates() {
        return allowDuplicates;
    }

    /** Whether to save in spite of duplicate rules that alert, see {@code Sforce-Duplicate-Rule-Header}. */
    public void setAllowDuplicates(boolean allowDuplicates) {
        this.allowDuplicates = allowDuplicates;
    }

    /**
     * Writes all changes.
     *
     * @return what became of each, in the same order; never throws for what Salesforce refuses
     */
    @Handler
    public List<WriteOutcome> write(@Body List<CrmPatch> patches) {
        Map<String, List<Integer>> byType = new LinkedHashMap<>();
        for (int i = 0; i < patches.size(); i++) {
            byType.computeIfAbsent(patches.get(i).objectType(), type -> new ArrayList<>())
                    .add(i);
        }
        WriteOutcome[] outcomes = new WriteOutcome[patches.size()];
        byType.values().forEach(positions -> {
            for (int from = 0; from < positions.size(); from += MOST) {
                List<Integer> some = positions.subList(from, Math.min(positions.size(), from + MOST));
                List<WriteOutcome> answer =
                        divided(some.stream().map(patches::get).toList());
                for (int i = 0; i < some.size(); i++) {
                    outcomes[some.get(i)] = answer.get(i);
                }
            }
        });
        return List.of(outcomes);
    }

    private List<WriteOutcome> divided(List<CrmPatch> patches) {
        boolean divideOutages = outages.get() >= LONG_OUTAGE;
        List<WriteOutcome> outcomes = divided(patches, this::send, divideOutages);
        boolean isOutage = outcomes.stream().allMatch(outcome -> outcome.status() == WriteOutcome.Status.UNAVAILABLE);
        outages.updateAndGet(before -> isOutage && !divideOutages ? before + 1 : 0);
        return outcomes;
    }

    /**
     * A write that Salesforce refuses as a whole can be refused for one record, that it cannot read for instance.
     *
     * @param divideOutages whether one record can be the reason also of what fails as in an outage
     */
    static List<WriteOutcome> divided(
            List<CrmPatch> patches, Function<List<CrmPatch>, List<WriteOutcome>> send, boolean divideOutages) {
        Map<CrmPatch, WriteOutcome> outcomes = new IdentityHashMap<>();
        PoisonIsolator.Findings<CrmPatch> findings = new PoisonIsolator<CrmPatch>(
                        some -> {
                            List<WriteOutcome> answer = send.apply(some);
                            for (int i = 0; i < some.size(); i++) {
                                outcomes.put(some.get(i), answer.get(i));
                            }
                        },
                        failure -> canBeOfOne(failure, divideOutages))
                .isolate(patches);
        findings.poison().forEach(failed -> outcomes.put(failed.one(), WriteResults.ofPoison(failed)));
        findings.untold().forEach(failed -> outcomes.put(failed.one(), WriteResults.ofUntold(failed, patches.size())));
        return patches.stream().map(outcomes::get).toList();
    }

    /** What fails as in an outage is looked into only if the outage is long: one record can be the reason of it, too. */
    private static boolean canBeOfOne(RuntimeException failure, boolean divideOutages) {
        return failure instanceof SalesforceCallException call
                && !call.isUnexpected()
                && (!call.isRetryable() || divideOutages && SalesforceErrors.canBeOfARecord(call));
    }

    private List<WriteOutcome> send(List<CrmPatch> patches) {
        Map<String, String> headers = Map.of(
                "Sforce-Auto-Assign", "FALSE",
                "Sforce-Call-Options", "client=" + client,
                "Sforce-Duplicate-Rule-Header", "allowSave=" + allowDuplicates);
        return WriteResults.parse(patches, api().send("PATCH", "/composite/sobjects", WriteBody.of(patches), headers));
    }
}

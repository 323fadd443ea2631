/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static io.github.camelleadiq.routes.core.WriteOutcome.Status.UNAVAILABLE;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.PoisonIsolator;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes values back: one request for 200 records of a type, each of which succeeds or fails for itself; for fewer where
 * triggers cannot take as many.
 */
public final class SalesforceWriter extends SalesforceBean {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceWriter.class);

    private static final int MOST = 200;

    /**
     * After so many writes in a row that failed as in an outage, the next one looks whether one record is the reason. See
     * also {@link Suspects}.
     */
    private static final int LONG_OUTAGE = 3;

    /** So many small writes in a row that failed as in an outage: the others of the batch would fail as well. */
    private static final int OUTAGE = 5;

    /** So many single records in a row that were too much for a trigger: it takes none, and the others wait for it. */
    private static final int SEVERAL = 3;

    private final AtomicInteger outages = new AtomicInteger();
    /** By object, the last write that failed as in an outage. */
    private final Map<String, Suspects> suspects = new ConcurrentHashMap<>();
    /** Writes that got through. */
    private final AtomicLong answered = new AtomicLong();

    private final Map<String, WriteSize> sizes = new ConcurrentHashMap<>();
    private String client = "leadiq";
    private boolean allowDuplicates;
    private int writeSize = MOST;

    /**
     * Records of a write that failed as in an outage: there is none if they fail again although others got through.
     *
     * @param answered how many writes had got through by then
     */
    private record Suspects(Set<String> ids, long answered) {
        private Suspects(List<CrmPatch> patches, long answered) {
            this(patches.stream().map(CrmPatch::recordId).collect(Collectors.toSet()), answered);
        }

        private boolean areAmong(List<CrmPatch> patches) {
            return patches.stream().map(CrmPatch::recordId).anyMatch(ids::contains);
        }
    }

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

    public int getWriteSize() {
        return writeSize;
    }

    /**
     * The most records of a write, 1 to 200; 200 if not set. Where triggers cannot take as many, writes become smaller by
     * themselves.
     */
    public void setWriteSize(int writeSize) {
        if (writeSize < 1 || writeSize > MOST) {
            throw new IllegalArgumentException("writeSize must be 1 to " + MOST);
        }
        this.writeSize = writeSize;
    }

    /**
     * Writes all changes. Where Salesforce refuses fields of a record, the record is written without them.
     *
     * @return what became of each, in the same order; never throws for what Salesforce refuses
     */
    @Handler
    public List<WriteOutcome> write(@Body List<CrmPatch> patches) {
        Map<CrmPatch, WriteOutcome> outcomes = new IdentityHashMap<>();
        patches.stream()
                .collect(Collectors.groupingBy(CrmPatch::objectType, LinkedHashMap::new, Collectors.toList()))
                .forEach((type, ofType) -> outcomes.putAll(write(type, ofType)));
        return patches.stream().map(outcomes::get).toList();
    }

    private Map<CrmPatch, WriteOutcome> write(String objectType, List<CrmPatch> patches) {
        WriteSize size = sizes.computeIfAbsent(objectType, type -> new WriteSize(writeSize));
        Map<CrmPatch, WriteOutcome> outcomes = new IdentityHashMap<>();
        Deque<CrmPatch> open = new ArrayDeque<>(patches);
        int most = writeSize;
        int unanswered = 0;
        int alone = 0;
        while (!open.isEmpty()) {
            List<CrmPatch> some = next(open, Math.min(most, size.current()));
            List<WriteOutcome> answer = withoutRefused(some);
            Optional<WriteOutcome> overrun =
                    answer.stream().filter(SalesforceErrors::isOverrun).findFirst();
            boolean isOutage = answer.stream().allMatch(outcome -> outcome.status() == UNAVAILABLE);
            unanswered = isOutage ? unanswered + 1 : 0;
            if (overrun.isPresent() && some.size() == 1) {
                size.tooMuchAlone();
                most = writeSize;
                alone++;
            } else if (overrun.isPresent()) {
                size.tooMuch(some.size());
                // whatever other workers find out, this one comes to an end
                most = Math.max(1, some.size() - 1);
                LOG.info(
                        "{} records of {} are too much for the org's triggers ({}): writes of {} from now on",
                        some.size(),
                        objectType,
                        overrun.get().message(),
                        size.current());
            } else if (!isOutage) {
                size.worked(some.size());
                alone = 0;
            }
            for (int i = some.size() - 1; i >= 0; i--) {
                if (some.size() > 1 && SalesforceErrors.isOverrun(answer.get(i))) {
                    open.addFirst(some.get(i));
                } else {
                    outcomes.put(some.get(i), answer.get(i));
                }
            }
            if (unanswered >= OUTAGE || alone >= SEVERAL) {
                WriteOutcome last = answer.get(0);
                open.forEach(patch -> outcomes.put(
                        patch, new WriteOutcome(patch.recordId(), UNAVAILABLE, last.code(), last.message())));
                open.clear();
            }
        }
        return outcomes;
    }

    private static List<CrmPatch> next(Deque<CrmPatch> open, int most) {
        List<CrmPatch> next = new ArrayList<>(most);
        while (next.size() < most && !open.isEmpty()) {
            next.add(open.poll());
        }
        return next;
    }

    /** Writes records, and again without the refused fields those that can do without, together. */
    private List<WriteOutcome> withoutRefused(List<CrmPatch> patches) {
        List<CrmPatch> tried = new ArrayList<>(patches);
        List<Map<String, String>> leftOut = new ArrayList<>(Collections.nCopies(patches.size(), Map.of()));
        List<WriteOutcome> outcomes = new ArrayList<>(divided(patches));
        // each time there are fewer fields; rules that are about others are asked only when the first ones are content
        while (true) {
            List<Integer> again = new ArrayList<>();
            for (int i = 0; i < tried.size(); i++) {
                Map<String, String> refused = RefusedFields.leftOut(tried.get(i), outcomes.get(i));
                if (!refused.isEmpty()) {
                    again.add(i);
                    Map<String, String> all = new LinkedHashMap<>(leftOut.get(i));
                    all.putAll(refused);
                    leftOut.set(i, all);
                    tried.set(i, tried.get(i).without(refused.keySet()));
                }
            }
            if (again.isEmpty()) {
                return outcomes;
            }
            List<WriteOutcome> answer = divided(again.stream().map(tried::get).toList());
            for (int i = 0; i < again.size(); i++) {
                int at = again.get(i);
                outcomes.set(at, with(answer.get(i), leftOut.get(at)));
            }
        }
    }

    private static WriteOutcome with(WriteOutcome outcome, Map<String, String> leftOut) {
        return outcome.status() == WriteOutcome.Status.WRITTEN
                ? new WriteOutcome(outcome.recordId(), outcome.status(), outcome.code(), outcome.message(), leftOut)
                : outcome;
    }

    private List<WriteOutcome> divided(List<CrmPatch> patches) {
        String type = patches.get(0).objectType();
        boolean divideOutages = outages.get() >= LONG_OUTAGE || areSuspect(type, patches);
        List<WriteOutcome> outcomes = divided(patches, this::send, divideOutages);
        boolean isOutage = outcomes.stream().allMatch(outcome -> outcome.status() == UNAVAILABLE);
        outages.updateAndGet(before -> isOutage && !divideOutages ? before + 1 : 0);
        if (isOutage) {
            suspects.put(type, new Suspects(patches, answered.get()));
        } else {
            answered.incrementAndGet();
            suspects.computeIfPresent(type, (object, known) -> known.areAmong(patches) ? null : known);
        }
        return outcomes;
    }

    /** Changes and runs, and all objects, write here: where others get through, failures are never several in a row. */
    private boolean areSuspect(String type, List<CrmPatch> patches) {
        Suspects known = suspects.get(type);
        return known != null && known.answered() < answered.get() && known.areAmong(patches);
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
                && !SalesforceErrors.isOfEverybody(call)
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

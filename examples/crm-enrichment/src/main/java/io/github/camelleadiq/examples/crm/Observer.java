/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.pipeline.EnrichmentSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.camel.Exchange;

/** Looks on: what arrives, what is put off, what a dry run would cost. */
final class Observer {

    private static final Set<WriteOutcome.Status> PUT_OFF =
            EnumSet.of(WriteOutcome.Status.RETRY_LATER, WriteOutcome.Status.UNAVAILABLE);

    private final String clientId;
    private final Consumer<EnrichmentSummary> progress;
    private final Set<String> arrived = new HashSet<>();
    private final Map<String, Long> putOff = new TreeMap<>();
    private final List<String> plans = new ArrayList<>();
    private final Set<String> ownChanges = new HashSet<>();
    private long lookedUp;
    private BigDecimal estimate = BigDecimal.ZERO;

    /** @param clientId the tag of our own writes */
    Observer(String clientId, Consumer<EnrichmentSummary> progress) {
        this.clientId = clientId;
        this.progress = progress;
    }

    /** Changes that were stored or let go of. */
    synchronized void changes(Exchange exchange) {
        for (Object body : exchange.getMessage().getBody(List.class)) {
            ChangeEvent event = (ChangeEvent) body;
            arrived.addAll(event.recordIds());
            boolean isOurs = event.origin() != null
                    && Arrays.asList(event.origin().split(";")).contains("client=" + clientId);
            if (isOurs) {
                // delivered at least once
                ownChanges.add(event.source() + " " + event.position());
            }
        }
    }

    /** What Salesforce says to a write. */
    synchronized void written(Exchange exchange) {
        for (Object body : exchange.getMessage().getBody(List.class)) {
            WriteOutcome outcome = (WriteOutcome) body;
            if (PUT_OFF.contains(outcome.status())) {
                putOff.merge(outcome.code(), 1L, Long::sum);
            }
        }
    }

    /** What came of a batch. */
    void settled(Exchange exchange) {
        EnrichmentSummary summary = exchange.getMessage().getBody(EnrichmentSummary.class);
        synchronized (this) {
            estimate = estimate.add(summary.estimatedCredits());
            lookedUp += summary.counts().lookedUp();
            summary.diffs().forEach(diff -> plans.add(diff.toString()));
        }
        progress.accept(summary);
    }

    synchronized boolean haveArrived(Collection<String> recordIds) {
        return arrived.containsAll(recordIds);
    }

    /** Change events of what we wrote. */
    synchronized long ownChanges() {
        return ownChanges.size();
    }

    /** Records that LeadIQ was asked about. */
    synchronized long lookedUp() {
        return lookedUp;
    }

    /** At list price, if LeadIQ finds all. */
    synchronized BigDecimal estimate() {
        return estimate;
    }

    /** What would be done with the first records, without values. */
    synchronized List<String> plans(int most) {
        return List.copyOf(plans.subList(0, Math.min(most, plans.size())));
    }

    synchronized Map<String, Long> putOff() {
        return new TreeMap<>(putOff);
    }
}

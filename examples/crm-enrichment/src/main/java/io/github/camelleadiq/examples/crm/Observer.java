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
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Looks on, by Camel's events: what arrives, what is put off, what a dry run would cost. */
final class Observer extends EventNotifierSupport {

    private static final String CHANGES = "direct:leadiq-changes-";
    private static final String WRITES = "direct:leadiq-salesforce-write-";
    /** Where the pipeline says what came of what it took from the inbox. */
    private static final String SETTLED = "log:io.github.camelleadiq.routes.enrich";

    private static final Set<WriteOutcome.Status> PUT_OFF =
            EnumSet.of(WriteOutcome.Status.RETRY_LATER, WriteOutcome.Status.UNAVAILABLE);

    private final String clientId;
    private final Consumer<EnrichmentSummary> progress;
    private final Set<String> arrived = new HashSet<>();
    private final Map<String, Long> putOff = new TreeMap<>();
    private final List<String> plans = new ArrayList<>();
    private final Set<String> ownChanges = new HashSet<>();
    private BigDecimal estimate = BigDecimal.ZERO;

    /** @param clientId the tag of our own writes */
    Observer(String clientId, Consumer<EnrichmentSummary> progress) {
        this.clientId = clientId;
        this.progress = progress;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        // asked without an event as well
        return true;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSendingEvent sending && isTo(CHANGES, sending.getEndpoint())) {
            // the answer takes its place
            sending.getExchange()
                    .setProperty(CHANGES, sending.getExchange().getMessage().getBody());
        } else if (event instanceof ExchangeSentEvent sent && sent.getExchange().getException() == null) {
            sent(sent.getEndpoint(), sent.getExchange());
        }
    }

    private void sent(Endpoint endpoint, Exchange exchange) {
        if (isTo(CHANGES, endpoint)) {
            changes(exchange.getProperty(CHANGES, List.class));
        } else if (isTo(WRITES, endpoint)) {
            written(exchange.getMessage().getBody(List.class));
        } else if (isTo(SETTLED, endpoint)
                && exchange.getMessage().getBody() instanceof EnrichmentSummary summary) {
            settled(summary);
        }
    }

    private static boolean isTo(String beginning, Endpoint endpoint) {
        return endpoint.getEndpointUri().replace("://", ":").startsWith(beginning);
    }

    /** Changes that were stored or let go of. */
    private synchronized void changes(List<?> events) {
        for (Object one : events) {
            ChangeEvent event = (ChangeEvent) one;
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
    private synchronized void written(List<?> outcomes) {
        for (Object one : outcomes) {
            WriteOutcome outcome = (WriteOutcome) one;
            if (PUT_OFF.contains(outcome.status())) {
                putOff.merge(outcome.code(), 1L, Long::sum);
            }
        }
    }

    /** What came of a batch. */
    private void settled(EnrichmentSummary summary) {
        synchronized (this) {
            estimate = estimate.add(summary.estimatedCredits());
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

    /** If LeadIQ finds all. */
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

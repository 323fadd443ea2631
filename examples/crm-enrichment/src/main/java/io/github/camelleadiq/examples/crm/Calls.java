/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.credit.LeadIQCreditListener;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Counts what goes to LeadIQ and Salesforce, and what LeadIQ costs. */
final class Calls extends EventNotifierSupport implements LeadIQCreditListener {

    static final String LEADIQ = "LeadIQ requests";
    static final String READS = "Salesforce reads";
    static final String QUERIES = "Salesforce queries";
    static final String WRITES = "Salesforce writes";
    /** camel-salesforce's constants have other values in other releases; the routes send both. */
    private static final String PATH_HEADER = "CamelSalesforceRawPath";

    private static final String METHOD_HEADER = "CamelSalesforceRawMethod";
    private static final String DESCRIBES = "Salesforce describes";

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<DataPoint, BigDecimal> byDataPoint = new EnumMap<>(DataPoint.class);
    private BigDecimal credits = BigDecimal.ZERO;

    Calls() {
        for (String kind : new String[] {LEADIQ, QUERIES, READS, WRITES}) {
            counts.put(kind, 0L);
        }
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        // asked without an event as well
        return true;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSentEvent sent) {
            note(sent);
        }
    }

    private void note(ExchangeSentEvent sent) {
        String uri = sent.getEndpoint().getEndpointUri();
        if (uri.startsWith("leadiq:")) {
            Integer requests = sent.getExchange().getMessage().getHeader(LeadIQConstants.REQUEST_COUNT, Integer.class);
            add(LEADIQ, requests == null ? 1 : requests);
        } else if (uri.startsWith("salesforce:")) {
            String path = sent.getExchange().getIn().getHeader(PATH_HEADER, "", String.class);
            String method = sent.getExchange().getIn().getHeader(METHOD_HEADER, "", String.class);
            add(kind(method, path), 1);
        }
    }

    private static String kind(String method, String path) {
        if (path.contains("/query")) {
            return QUERIES;
        }
        if (path.endsWith("/describe")) {
            return DESCRIBES;
        }
        return method.equals("PATCH") ? WRITES : READS;
    }

    @Override
    public synchronized void spent(LeadIQOperation operation, CallCredits cost) {
        credits = credits.add(cost.actual());
        cost.byDataPoint().forEach((point, part) -> byDataPoint.merge(point, part, BigDecimal::add));
    }

    private synchronized void add(String kind, long number) {
        counts.merge(kind, number, Long::sum);
    }

    /** Requests by kind. */
    synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }

    synchronized BigDecimal credits() {
        return credits;
    }

    synchronized Map<String, BigDecimal> creditsByDataPoint() {
        Map<String, BigDecimal> named = new LinkedHashMap<>();
        byDataPoint.forEach((point, part) -> named.put(point.name().toLowerCase(Locale.ROOT), part));
        return named;
    }
}

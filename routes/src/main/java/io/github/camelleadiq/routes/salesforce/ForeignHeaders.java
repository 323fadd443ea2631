/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Removes all headers but a few. camel-salesforce takes its options from headers in preference to the endpoint
 * (CVE-2026-49099), and sends whatever begins with {@code Sforce}: a header from outside could choose the query, the
 * path or the method. To be put before every {@code salesforce:} producer.
 */
public final class ForeignHeaders implements Processor {
    private final Set<String> ours;

    /** Removes all headers. */
    public ForeignHeaders() {
        this(Set.of());
    }

    /** @param ours the names that stay, whatever their case */
    public ForeignHeaders(Set<String> ours) {
        this.ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        this.ours.addAll(ours);
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().getHeaders().keySet().removeIf(name -> !ours.contains(name));
    }
}

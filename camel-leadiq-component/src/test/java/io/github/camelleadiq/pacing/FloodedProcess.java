/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.pacing;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A process of its own that is handed far more lookups at once than can wait, by the default settings, and then prints
 * how many were refused and what the others take. Arguments: the URL of a server that does not answer, how many lookups,
 * how many different ones, further options of the endpoint.
 */
public final class FloodedProcess {

    private FloodedProcess() {}

    public static void main(String[] arguments) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setUrl(arguments[0]);
        component.getConfiguration().setApiKey("invented");
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.start();
        Endpoint endpoint = context.getEndpoint("leadiq:searchPeople?schemaCheck=live&" + arguments[3]);
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        int lookups = Integer.parseInt(arguments[1]);
        int different = Integer.parseInt(arguments[2]);
        for (int i = 0; i < lookups; i++) {
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage()
                    .setBody(Map.of(
                            "fullName", "Ada Sample " + i % different, "company", Map.of("domain", "example.com")));
            producer.process(exchange, doneSync -> {
                boolean isRefused = exchange.getException() instanceof LeadIQRateLimitException;
                (isRefused ? refused : other).incrementAndGet();
            });
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.println("refused " + refused + " other " + other + " MB " + used);
        // what waits is given up
        runtime.halt(0);
    }
}

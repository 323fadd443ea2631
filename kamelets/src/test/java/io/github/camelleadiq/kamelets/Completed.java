/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.component.timer.TimerEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Keeps the exchanges of a file's timers that are through, well or not; a context finds it as a bean. */
final class Completed extends EventNotifierSupport {
    private final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();

    /** The next exchange that is through. */
    Exchange next() throws InterruptedException {
        Exchange exchange = exchanges.poll(60, TimeUnit.SECONDS);
        assertThat(exchange).as("completed exchange").isNotNull();
        return exchange;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return Set.of(CamelEvent.Type.ExchangeCompleted, CamelEvent.Type.ExchangeFailed)
                .contains(event.getType());
    }

    @Override
    public void notify(CamelEvent event) {
        Exchange exchange = ((CamelEvent.ExchangeEvent) event).getExchange();
        // the routes that enrich have timers of their own
        if (exchange.getFromEndpoint() instanceof TimerEndpoint timer
                && !timer.getTimerName().startsWith("leadiq-")) {
            exchanges.add(exchange);
        }
    }
}

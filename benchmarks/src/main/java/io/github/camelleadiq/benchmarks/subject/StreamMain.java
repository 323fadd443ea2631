/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.model.Prospect;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Splits a list of prospects while it is streamed, and says after each tenth how much of the heap is in use once all garbage
 * is gone, and in the end the most that was in use after any collection and the number of prospects.
 */
public final class StreamMain {

    private static final int MARKS = 10;

    private final long every;
    private final HeapWatch heap = new HeapWatch();
    private long seen;
    private long wrong;

    private StreamMain(long length) {
        this.every = length / MARKS;
    }

    /** @param arguments the URL of the server and the length of the list */
    public static void main(String[] arguments) throws Exception {
        new StreamMain(Long.parseLong(arguments[1])).run(arguments[0]);
        System.exit(0);
    }

    private void run(String url) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            LeadIQComponent leadiq = new LeadIQComponent();
            leadiq.getConfiguration().setUrl(url);
            leadiq.getConfiguration().setApiKey("invented-key");
            leadiq.getConfiguration().setRequestsPerMinute(0);
            context.addComponent("leadiq", leadiq);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:list")
                            .to("leadiq:list?paging=stream&schemaCheck=live")
                            .split(body())
                            .streaming()
                            .process(exchange -> take(exchange.getMessage().getBody(Prospect.class)));
                }
            });
            context.start();
            try (ProducerTemplate template = context.createProducerTemplate()) {
                template.requestBody("direct:list", "people");
            }
        }
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " prospects are not who they should be");
        }
        System.out.println(heap.most() + " " + seen);
    }

    private void take(Prospect prospect) {
        if (!prospect.id().equals("prospect-" + seen)) {
            wrong++;
        }
        seen++;
        if (seen % every == 0) {
            System.out.println(HeapWatch.live());
        }
    }
}

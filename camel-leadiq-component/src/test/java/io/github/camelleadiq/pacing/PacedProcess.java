/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.pacing;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.io.IOException;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process of its own that looks up as much as it may until its standard input ends, and then prints how many lookups
 * succeeded. Arguments: the simulator's URL, the database's URL, the requests per minute, the burst.
 */
public final class PacedProcess {

    private PacedProcess() {}

    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[1]);
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("buckets", SharedBuckets.in(database));
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setUrl(arguments[0]);
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setRequestsPerMinute(Integer.parseInt(arguments[2]));
        component.getConfiguration().setRequestBurst(Integer.parseInt(arguments[3]));
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.start();
        // the schema is asked for first, which no limit counts, and warms the connection up
        Flood flood = new Flood(context, "leadiq:searchPeople").send(300);
        waitForEndOfInput();
        int succeeded = flood.succeeded().size();
        int failed = flood.failures().size();
        System.out.println("succeeded " + succeeded + " failed " + failed);
        // what waits is given up
        Runtime.getRuntime().halt(0);
    }

    private static void waitForEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // nothing is said
        }
    }
}

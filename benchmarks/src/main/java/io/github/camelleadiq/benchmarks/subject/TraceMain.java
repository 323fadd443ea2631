/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.model.SearchPeopleInput;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Run;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Does one thing at a time, so that what it enters can be counted from outside. */
public final class TraceMain {

    private final ShippedRoutes routes;
    private final LookupRoute lookups;
    private int done;

    private TraceMain(ShippedRoutes routes, LookupRoute lookups) {
        this.routes = routes;
        this.lookups = lookups;
    }

    /**
     * @param arguments the URLs of Salesforce and LeadIQ, the directory of the state, and what is traced: {@code lookup},
     *     {@code change} or {@code backfill}
     */
    public static void main(String[] arguments) throws Exception {
        try (H2State database = H2State.file(Path.of(arguments[2], "state"));
                ShippedRoutes routes =
                        new ShippedRoutes(database, URI.create(arguments[0]), URI.create(arguments[1]), 0);
                LookupRoute lookups =
                        new LookupRoute(URI.create(arguments[1]), "", options -> options.setRequestsPerMinute(0))) {
            TraceMain main = new TraceMain(routes, lookups);
            if (arguments[3].equals("change")) {
                routes.addChanges();
            }
            if (!arguments[3].equals("lookup")) {
                routes.camel.start();
            }
            CommandLoop.serve(Map.of(
                    "lookup", nothing -> main.lookup(),
                    "backfill", nothing -> main.backfill(),
                    "waiting", nothing -> Inbox.waiting(routes.state)));
        }
        System.exit(0);
    }

    /** One lookup of a person who was not looked up before, with the defaults of the component. */
    private Object lookup() throws Exception {
        SearchPeopleInput input = SearchPeopleInput.builder()
                .email("ada.sample" + done++ + "@example.com")
                .build();
        Exchange answer = lookups.send(input, Map.of()).get(1, TimeUnit.MINUTES);
        return answer.getMessage().getBody(SearchResult.class).results().size();
    }

    /** A backfill of its own of what the org has. */
    private Object backfill() throws Exception {
        String run = "run" + done++;
        routes.addBackfill(run, "direct:" + run, List.of());
        try (ProducerTemplate template = routes.camel.createProducerTemplate()) {
            return template.requestBody("direct:" + run, null, Run.class)
                    .counts()
                    .written();
        }
    }
}

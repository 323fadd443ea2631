/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.examples.csv.lookup.LeadRow;
import org.apache.camel.builder.RouteBuilder;

/** From rows to lookups to results. */
final class EnrichmentRoutes extends RouteBuilder {

    /** Takes an iterator of {@link LeadRow}; is done when all of them have ended. */
    static final String CSV = "direct:csv";

    private static final String ROW = "direct:row";
    private static final String LOOKUP = "direct:lookup";

    private final Results results;
    private final String dataPoints;

    /** @param dataPoints what to ask LeadIQ for, and so to pay for */
    EnrichmentRoutes(Results results, String dataPoints) {
        this.results = results;
        this.dataPoints = dataPoints;
    }

    @Override
    public void configure() {
        onException(Throwable.class).handled(true).process(results::failed);

        // spotless:off
        // the iterator waits when too many rows are under way
        from(CSV).routeId("csv")
            .split(body()).streaming().parallelProcessing()
                .to(ROW)
            .end();

        from(ROW).routeId("row")
            .setProperty(Results.LEAD_ROW, body())
            .choice()
                .when(results::isRejected)
                    .process(results::rejected)
                .when(results::isStopped)
                    .process(results::notAsked)
                .otherwise()
                    .process(results::begin)
                    .loopDoWhile(results::goesOn)
                        .process(results::ask)
                        .to(LOOKUP)
                        .process(results::answered)
                    .end()
                    .process(results::lookedUp)
            .end();
        // spotless:on

        // the only place where LeadIQ is asked: rows that are under way together share a request
        from(LOOKUP).routeId("lookup").to("leadiq:searchPeople?batchWindow=100ms&dataPoints=" + dataPoints);
    }
}

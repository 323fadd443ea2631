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
                    .to(LOOKUP)
                    .process(results::answered)
            .end();
        // spotless:on

        // the only place where LeadIQ is asked: rows that are under way together share a request, and only one person
        // is asked for, because each one returned is billed
        from(LOOKUP)
                .routeId("lookup")
                .transform()
                .body(LeadRow.class, leadRow -> leadRow.lead().toInput())
                .to("leadiq:searchPeople?input.limit=1&batchWindow=100ms&dataPoints=" + dataPoints);
    }
}

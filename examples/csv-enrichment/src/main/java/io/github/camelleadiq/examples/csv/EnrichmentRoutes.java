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
    private static final long MINUTE = 60_000;

    private final Results results;
    private final String dataPoints;
    private final int lookupsPerMinute;

    /**
     * @param dataPoints what to ask LeadIQ for, and so to pay for
     * @param lookupsPerMinute 0 for any number
     */
    EnrichmentRoutes(Results results, String dataPoints, int lookupsPerMinute) {
        this.results = results;
        this.dataPoints = dataPoints;
        this.lookupsPerMinute = lookupsPerMinute;
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

        // the only place where LeadIQ is asked
        var lookup = from(LOOKUP).routeId("lookup");
        if (lookupsPerMinute > 0) {
            lookup.throttle(lookupsPerMinute).timePeriodMillis(MINUTE);
        }
        lookup.transform()
                .body(LeadRow.class, leadRow -> leadRow.lead().toInput())
                // one person only: each one returned is billed
                .to("leadiq:searchPeople?input.limit=1&dataPoints=" + dataPoints);
    }
}

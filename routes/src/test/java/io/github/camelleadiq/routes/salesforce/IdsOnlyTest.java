/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are not told which fields to read. */
class IdsOnlyTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    @TempDir
    Path directory;

    @Test
    void handOverIdsAndLeaveTheReadingToWhoKnowsWhatItNeeds() throws Exception {
        List<CrmRecord> found = new ArrayList<>();
        try (H2State h2 = H2State.file(directory.resolve("state"));
                Salesforce salesforce = new Salesforce(SALESFORCE.simulator())) {
            salesforce.camel.getRegistry().bind("leadiqState", EnrichmentState.open(h2.dataSource()));
            salesforce.camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:records").process(exchange -> {
                        List<?> page = exchange.getMessage().getBody(List.class);
                        page.forEach(crmRecord -> found.add((CrmRecord) crmRecord));
                    });
                }
            });
            salesforce
                    .start()
                    .route(
                            SalesforceRoutes.BACKFILL,
                            "runId",
                            "leads",
                            "trigger",
                            "direct:backfill",
                            "object",
                            "Lead",
                            "recordsUri",
                            "direct:records")
                    .route(SalesforceRoutes.IDS, "object", "Lead", "recordsUri", "direct:records");
            List<String> ids = salesforce.leads(3);

            salesforce.camel.createProducerTemplate().requestBody("direct:backfill", (Object) null);
            salesforce.camel.createProducerTemplate().requestBody("direct:leadiq-salesforce-ids", ids);

            assertThat(found)
                    .hasSize(6)
                    .allSatisfy(crmRecord -> assertThat(crmRecord.fields()).isEmpty())
                    .extracting(CrmRecord::id)
                    .containsAll(ids);
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HappyPathTest {
    @TempDir
    Path directory;

    @Test
    void fillsWhatIsMissingInALeadThatChanged() throws Exception {
        try (LeadIQSimulator leadIQ = LeadIQSimulator.builder().start();
                PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start()) {
            pipeline.crm.lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example");

            assertThat(pipeline.change("00Q1")).isEqualTo(1);
            pipeline.awaitSettled();

            assertThat(pipeline.count(EventState.DONE)).isEqualTo(1);
            assertThat(pipeline.crm.value("00Q1", "Email")).isEqualTo("ada.example@acme.example");
            assertThat(pipeline.crm.value("00Q1", "Title")).isNotNull();
            assertThat(pipeline.crm.value("00Q1", "LeadIQ_Status__c")).isEqualTo("Enriched");
            assertThat(pipeline.state.log().outcomes(PipelineFixture.RUN)).containsEntry(Outcome.WRITTEN, 4L);
            assertThat(pipeline.spent()).isEqualByComparingTo("1");
        }
    }
}

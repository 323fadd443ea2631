/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.LoggedEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process is killed in the middle of its work, and another takes over. */
class CrashTest {
    static final int RECORDS = 20;
    /** More than are written with one call. */
    static final int WINDOW = 250;

    static final String OF_RUN = "run";

    @TempDir
    Path directory;

    static String id(int number) {
        return "00Q" + (100 + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-write", "after-write"})
    void losesNothingAndPaysNothingTwice(String point) throws Exception {
        try (LeadIQSimulator leadIQ = LeadIQSimulator.builder().start()) {
            FileCrm crm = new FileCrm(directory, "nowhere");
            for (int i = 0; i < RECORDS; i++) {
                crm.put(id(i), Map.of("FirstName", "Ada", "LastName", "Example-" + i, "Website", "acme.example"));
            }

            killAt(point, "changes", leadIQ);

            try (PipelineFixture pipeline = new PipelineFixture(leadIQ.url().toString(), directory, crm)) {
                assertThat(pipeline.count(EventState.LEASED)).isEqualTo(RECORDS);
                pipeline.withLedger().start(PipelineFixture.LEAD, routes -> routes.parameter("lease", "2s"));
                pipeline.awaitSettled();

                assertThat(pipeline.count(EventState.DONE)).isEqualTo(RECORDS);
                for (int i = 0; i < RECORDS; i++) {
                    Properties fields = crm.load(id(i));
                    assertThat(fields.stringPropertyNames()).contains("Email", "Title", "LinkedIn_URL__c");
                    // the log knows what is in the CRM, even if the process that wrote it did not live to say so
                    assertThat(pipeline.state.log().ofRecord("Lead", id(i)))
                            .map(LoggedEntry::entry)
                            .filteredOn(entry -> entry.outcome() == Outcome.WRITTEN && entry.field() != null)
                            .hasSize(3)
                            .allSatisfy(
                                    entry -> assertThat(entry.newValue()).isEqualTo(fields.getProperty(entry.field())));
                }
                assertThat(pipeline.state.log().outcomes(PipelineFixture.RUN)).doesNotContainKey(Outcome.INTENDED);
                assertThat(pipeline.state.log().credits(PipelineFixture.RUN))
                        .isEqualByComparingTo(String.valueOf(RECORDS));
            }
            List<String> writes = crm.writes();
            assertThat(writes).hasSize(3 * RECORDS).doesNotHaveDuplicates();
            assertThat(leadIQ.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo(String.valueOf(RECORDS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-write", "after-write"})
    void losesNothingOfAFullWindowAndPaysNothingTwice(String point) throws Exception {
        try (LeadIQSimulator leadIQ = LeadIQSimulator.builder().start()) {
            FileCrm crm = new FileCrm(directory, "nowhere");
            for (String id : ForkedPipeline.ids(WINDOW)) {
                crm.put(id, Map.of("FirstName", "Ada", "LastName", "Example-" + id, "Website", "acme.example"));
            }

            killAt(point, OF_RUN, leadIQ);

            try (PipelineFixture pipeline = new PipelineFixture(leadIQ.url().toString(), directory, crm)) {
                assertThat(pipeline.count(EventState.LEASED)).isEqualTo(1);
                pipeline.withLedger().start(PipelineFixture.LEAD, routes -> routes.parameter("lease", "2s"));
                pipeline.awaitEnd(pipeline.state.runs().find(OF_RUN).orElseThrow());

                assertThat(pipeline.counts(OF_RUN).read()).isEqualTo(WINDOW);
                assertThat(pipeline.state.deadLetters().list(0, 1)).isEmpty();
                for (String id : ForkedPipeline.ids(WINDOW)) {
                    assertThat(crm.load(id).stringPropertyNames()).contains("Email", "Title", "LinkedIn_URL__c");
                }
                // what was written before the end is in the books as well
                assertThat(pipeline.state.log().ofRun(OF_RUN))
                        .map(LoggedEntry::entry)
                        .filteredOn(entry -> entry.outcome() == Outcome.WRITTEN && entry.field() != null)
                        .hasSize(3 * WINDOW);
                assertThat(pipeline.state.runs().find(OF_RUN).orElseThrow().credits())
                        .isEqualByComparingTo(String.valueOf(WINDOW));
            }
            assertThat(crm.writes()).hasSize(3 * WINDOW).doesNotHaveDuplicates();
            assertThat(leadIQ.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo(String.valueOf(WINDOW));
        }
    }

    private void killAt(String point, String what, LeadIQSimulator leadIQ) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedPipeline.class.getName(),
                        leadIQ.url().toString(),
                        directory.toString(),
                        point,
                        what)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.lines().anyMatch(line -> line.equals("at " + point)))
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}

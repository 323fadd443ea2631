/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a look before spending prints. */
class DiffLogTest {
    private static LeadIQSimulator leadIQ;

    @TempDir
    Path directory;

    private final Logger logger = (Logger) LoggerFactory.getLogger(DiffLog.NAME);
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };

    @BeforeAll
    static void listenToAll() {
        leadIQ = LeadIQSimulator.builder().start();
    }

    @AfterAll
    static void hangUp() {
        leadIQ.close();
    }

    @BeforeEach
    void listen() {
        leadIQ.reset();
        appender.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
        logger.setLevel(null);
    }

    @Test
    void aLineForEachRecordAndTheBillWithoutValues() throws Exception {
        changes(Mode.DRY_RUN, "false");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("Lead 00Q1 [")
                .contains("Email from person.email.work", "Title from person.title")
                .endsWith("for 1");
        assertThat(lines.get(1))
                .startsWith("Lead 00Q2 [")
                .doesNotContain("Email")
                .endsWith("for 0.1");
        assertThat(lines.get(2)).contains("2 records", "1.1 credits");
        assertThat(String.join("\n", lines)).doesNotContain("Ada").doesNotContain("@");
    }

    @Test
    void valuesIfSomebodyAsksForThem() throws Exception {
        changes(Mode.PREVIEW, "true");

        assertThat(String.join("\n", lines))
                .contains("Email from person.email.work: empty -> 'ada.example@acme.example'");
    }

    @Test
    void nothingWhereRecordsAreWritten() throws Exception {
        changes(Mode.LIVE, "true");

        assertThat(lines).isEmpty();
    }

    private void changes(Mode mode, String logValues) throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory)) {
            pipeline.crm
                    .lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example")
                    .lead("00Q2", "FirstName", "Bob", "LastName", "Example", "Email", "bob.example@acme.example");
            pipeline.start(PipelineFixture.LEAD, routes -> routes.mode(mode).parameter("logValues", logValues));
            pipeline.change("00Q1", "00Q2");
            pipeline.awaitSettled();
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking back a run of several pages, and one that was interrupted. */
class RollbackTest {
    private static final int RECORDS = 450;

    @TempDir
    Path directory;

    private final Memory crm = new Memory();
    private H2State h2;
    private EnrichmentState state;

    @BeforeEach
    void open() {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
    }

    @AfterEach
    void close() {
        h2.close();
    }

    @Test
    void aRecordThatWasWrittenTwiceIsTakenBackAndCountedOnce() {
        run();
        crm.records.get("00Q0").put("Title", "Chief Example");
        crm.records.get("00Q449").put("Email", "kept@example.com");

        Rollback.Result result = rollback().run("run-1");

        assertThat(result).isEqualTo(new Rollback.Result(2 * RECORDS - 2, 2, 0, 0));
        assertThat(crm.records.get("00Q0"))
                .containsEntry("Title", "Chief Example")
                .containsEntry("Email", null);
        assertThat(crm.records.get("00Q449")).containsEntry("Title", "CEO").containsEntry("Email", "kept@example.com");
        assertThat(crm.reads).isEqualTo(3);
    }

    @Test
    void whatWasWrittenBeforeACrashIsLoggedByTheNextCall() {
        run();
        crm.crashAfterWrite = true;
        assertThatThrownBy(() -> rollback().run("run-1")).hasMessage("killed");
        crm.crashAfterWrite = false;

        assertThat(rollback().run("run-1")).isEqualTo(new Rollback.Result(2 * RECORDS, 0, 0, 0));

        assertThat(state.log().ofRecord("Lead", "00Q0"))
                .filteredOn(logged -> logged.entry().outcome() == Outcome.ROLLED_BACK)
                .extracting(logged -> logged.entry().field(), logged -> logged.entry()
                        .newValue())
                .containsExactlyInAnyOrder(tuple("Email", null), tuple("Title", "CEO"));
        // and then there is nothing left to do
        assertThat(rollback().run("run-1")).isEqualTo(new Rollback.Result(0, 0, 0, 0));
    }

    @Test
    void whoeverTypedTheOldValueKeepsIt() {
        run();
        crm.records.get("00Q7").put("Title", "CEO");

        assertThat(rollback().record("Lead", "00Q7")).isEqualTo(new Rollback.Result(1, 1, 0, 0));
    }

    @Test
    void theIdThatWeStoredGoesBackWithTheFields() {
        run();
        for (String id : List.of("00Q1", "00Q2", "00Q3")) {
            crm.records.get(id).put("LeadIQ_Id__c", "p-" + id);
            state.log()
                    .append(List.of(LogEntry.builder("run-1", "Lead", id, Outcome.WRITTEN, Instant.now())
                            .source("LeadIQ_Id__c", null)
                            .values(id.equals("00Q2") ? "p-before" : null, "p-" + id)
                            .build()));
        }
        crm.records.get("00Q3").put("LeadIQ_Id__c", "p-of-somebody");

        // it is no enrichment, so it does not count
        assertThat(rollback().run("run-1")).isEqualTo(new Rollback.Result(2 * RECORDS, 0, 0, 0));

        assertThat(crm.records.get("00Q1")).containsEntry("LeadIQ_Id__c", null);
        assertThat(crm.records.get("00Q2")).containsEntry("LeadIQ_Id__c", "p-before");
        assertThat(crm.records.get("00Q3")).containsEntry("LeadIQ_Id__c", "p-of-somebody");
        assertThat(rollback().run("run-1")).isEqualTo(new Rollback.Result(0, 0, 0, 0));
    }

    private Rollback rollback() {
        return new Rollback(state, crm, Clock.systemUTC());
    }

    /** Every email first, every title after all of them. */
    private void run() {
        for (String field : List.of("Email", "Title")) {
            List<LogEntry> entries = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                String id = "00Q" + i;
                String before = field.equals("Title") ? "CEO" : null;
                String after = field.equals("Title") ? "CTO" : id + "@example.com";
                crm.records.computeIfAbsent(id, none -> new LinkedHashMap<>()).put(field, after);
                entries.add(LogEntry.builder("run-1", "Lead", id, Outcome.WRITTEN, Instant.now())
                        .field(field, before, after)
                        .build());
            }
            state.log().append(entries);
        }
    }

    /** A CRM that can be killed. */
    private static final class Memory implements Crm {
        private final Map<String, Map<String, Object>> records = new LinkedHashMap<>();
        private boolean crashAfterWrite;
        private int reads;

        @Override
        public ObjectDescribe describe(String objectType) {
            return Fixtures.describe();
        }

        @Override
        public List<CrmRecord> read(String objectType, List<String> ids, Set<String> fields) {
            reads++;
            return ids.stream()
                    .map(id -> new CrmRecord(objectType, id, records.get(id)))
                    .toList();
        }

        @Override
        public List<WriteOutcome> write(String objectType, List<CrmPatch> patches) {
            List<WriteOutcome> outcomes = patches.stream()
                    .map(patch -> {
                        patch.changes()
                                .forEach(change -> records.get(patch.recordId()).put(change.field(), change.after()));
                        return WriteOutcome.written(patch.recordId());
                    })
                    .toList();
            if (crashAfterWrite) {
                throw new IllegalStateException("killed");
            }
            return outcomes;
        }
    }
}

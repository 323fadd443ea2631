/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.pipeline.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What every test of the state begins with: an empty database of either kind, and a clock. */
abstract class StateContract {
    static final String SOURCE = "salesforce:/data/LeadChangeEvent";
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final String ME = "node-1";
    static final String OTHER = "node-2";

    @TempDir
    Path directory;

    @Parameter
    TestDatabase kind;

    final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
    TestDatabase.Opened database;
    EnrichmentState state;

    @BeforeEach
    void open() throws Exception {
        database = kind.open(directory);
        state = EnrichmentState.open(database.dataSource(), clock);
    }

    @AfterEach
    void close() throws Exception {
        database.closing().close();
    }

    static ChangeEvent event(String key, String... recordIds) {
        return arrival(SOURCE, "position-" + key, key, recordIds);
    }

    static ChangeEvent arrival(String source, String position, String key, String... recordIds) {
        return new ChangeEvent(
                source,
                position,
                key,
                "Lead",
                List.of(recordIds),
                ChangeKind.UPDATE,
                Set.of("Email", "Phone"),
                "com/salesforce/api/rest/62.0;client=example",
                "005000000000001AAA",
                Instant.parse("2026-03-01T07:59:59.123456Z"));
    }

    List<StoredEvent> claim(int maxRecords, String owner) {
        return state.inbox().claim("Lead", maxRecords, MINUTE, owner);
    }

    static List<Long> ids(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::id).toList();
    }

    static List<String> keys(List<StoredEvent> events) {
        return events.stream().map(stored -> stored.event().dedupeKey()).toList();
    }
}

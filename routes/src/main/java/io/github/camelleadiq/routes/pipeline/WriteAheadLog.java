/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.state.EnrichmentLog;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.LoggedEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.OwnWrite;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is about to be written, on disk before it is, so that a crash in between loses neither values nor their price. */
final class WriteAheadLog {
    private WriteAheadLog() {}

    /** Remembers values as ours, so that they are known when they come back, and what they replace. */
    static void remember(Batch batch, List<RecordContext> items) {
        PipelineContext setup = batch.setup();
        Instant now = setup.clock().instant();
        List<OwnWrite> writes =
                items.stream().flatMap(item -> writes(item.merged().patch())).toList();
        List<LogEntry> entries = items.stream()
                .flatMap(item -> LogEntries.intended(batch, item, now).stream())
                .toList();
        setup.state().atomically(() -> {
            setup.state().ownWrites().intend(writes, now);
            setup.log().append(entries);
            return null;
        });
    }

    /**
     * Replaces what was intended for these records by what came of it. Runs inside the transaction that settles.
     *
     * @return the records that an earlier attempt has written, as it turns out now: its answer was lost, or its process ended
     */
    static Set<String> settle(Batch batch) {
        EnrichmentLog log = batch.setup().log();
        Map<String, RecordContext> finished = batch.items().stream()
                .filter(item -> !item.fate().comesAgain())
                .collect(Collectors.toMap(RecordContext::recordId, Function.identity()));
        List<LoggedEntry> intended = log.intended(batch.setup().profile().object(), finished.keySet());
        Map<String, List<LoggedEntry>> earlier = intended.stream()
                .filter(entry -> !Objects.equals(entry.entry().correlationId(), batch.correlationId()))
                .collect(Collectors.groupingBy(
                        entry -> entry.entry().recordId(), LinkedHashMap::new, Collectors.toList()));
        Set<String> written = new HashSet<>();
        earlier.forEach((recordId, entries) -> {
            if (recover(log, finished.get(recordId), entries)) {
                written.add(recordId);
            }
        });
        // what is neither recovered nor put off by now is ours, and has entries of its own
        log.drop(intended);
        return written;
    }

    /** What an earlier attempt wrote, as the record says: it came to its end before it could log that. */
    private static boolean recover(EnrichmentLog log, RecordContext item, List<LoggedEntry> entries) {
        Map<String, LoggedEntry> fields = new LinkedHashMap<>();
        entries.stream()
                .filter(logged -> logged.entry().field() != null && isThere(item, logged))
                .forEach(logged -> fields.put(logged.entry().field(), logged));
        List<LoggedEntry> ofRecord = entries.stream()
                .filter(logged -> logged.entry().field() == null)
                .filter(logged -> !fields.isEmpty() || logged.entry().credits().signum() != 0)
                .toList();
        log.settle(ofRecord, fields.isEmpty() ? Outcome.PUT_OFF : Outcome.WRITTEN);
        log.settle(fields.values(), Outcome.WRITTEN);
        return !fields.isEmpty();
    }

    private static boolean isThere(RecordContext item, LoggedEntry logged) {
        LogEntry entry = logged.entry();
        return item.crmRecord() != null
                && ValueHash.of(
                                entry.objectType(),
                                entry.recordId(),
                                entry.field(),
                                item.crmRecord().fields().get(entry.field()))
                        .equals(logged.newHash());
    }

    private static Stream<OwnWrite> writes(CrmPatch patch) {
        Stream<OwnWrite> changes = patch.changes().stream()
                .map(change -> OwnWrite.of(patch.objectType(), patch.recordId(), change.field(), change.after()));
        Stream<OwnWrite> stamps = patch.stamps().entrySet().stream()
                .map(stamp -> OwnWrite.of(patch.objectType(), patch.recordId(), stamp.getKey(), stamp.getValue()));
        return Stream.concat(changes, stamps);
    }
}

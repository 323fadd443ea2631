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
import java.math.BigDecimal;
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

/**
 * What was bought and what is about to be written, on disk before anything comes of it, so that a crash in between loses
 * neither values nor their price: to LeadIQ and to the ledger what was bought is free the second time.
 */
final class WriteAheadLog {
    private WriteAheadLog() {}

    /**
     * Remembers what was spent on records. The entries are replaced by those that say what came of it; should the worker
     * die, whoever settles the record after it finds them.
     *
     * @param credits by record id
     */
    static void bought(Batch batch, Map<String, BigDecimal> credits) {
        Instant now = batch.setup().clock().instant();
        batch.setup()
                .log()
                .append(credits.entrySet().stream()
                        .filter(spent -> spent.getValue().signum() != 0)
                        .map(spent -> LogEntries.bought(batch, spent.getKey(), spent.getValue(), now))
                        .toList());
    }

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
            dropBought(batch, items);
            setup.log().append(entries);
            return null;
        });
    }

    /** Other entries have its credits now. */
    private static void dropBought(Batch batch, List<RecordContext> items) {
        EnrichmentLog log = batch.setup().log();
        Set<String> ids = paying(items);
        if (!ids.isEmpty()) {
            log.drop(log.intended(batch.setup().profile().object(), ids).stream()
                    .filter(logged -> logged.entry().field() == null && isOf(batch, logged))
                    .toList());
        }
    }

    /**
     * Makes room for the entries that say what came of what was bought. Runs inside the transaction that settles.
     *
     * @return the records whose credits have been logged: another worker has taken them over, and found the entries
     */
    static Set<String> paid(Batch batch) {
        dropBought(
                batch,
                batch.items().stream()
                        .filter(item -> item.fate().comesAgain() && !LogEntries.isIntended(item))
                        .toList());
        return batch.setup().log().paid(batch.setup().profile().object(), paying(batch.items()), batch.correlationId());
    }

    private static Set<String> paying(List<RecordContext> items) {
        return items.stream()
                .filter(item -> item.credits().signum() != 0)
                .map(RecordContext::recordId)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(Batch batch, LoggedEntry logged) {
        return Objects.equals(logged.entry().correlationId(), batch.correlationId());
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

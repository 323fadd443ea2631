/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.guard.GuardReason;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads records again that somebody changed while LeadIQ was asked, as far as the events of it have come: what a person
 * has entered meanwhile is not overwritten, and a no that was said meanwhile is heard. So are those that another batch of
 * ours has written to, a backfill's beside a stream's: nothing is written twice.
 */
public final class RecheckStep implements Step {
    private final ReadStep read = new ReadStep();
    private final GuardStep guard = new GuardStep();

    @Override
    public Batch apply(Batch batch) {
        if (batch.open().findAny().isEmpty()) {
            return batch;
        }
        PipelineContext setup = batch.setup();
        String object = setup.profile().object();
        List<String> open = batch.open().map(RecordContext::recordId).toList();
        Set<String> changed = setup.state().changedSince(object, batch.begunAt());
        Set<String> written = setup.log().writtenSince(object, open, batch.begunAt());
        List<RecordContext> before = batch.open()
                .filter(item -> changed.contains(item.recordId()) || written.contains(item.recordId()))
                .toList();
        if (before.isEmpty()) {
            return batch;
        }
        List<RecordContext> unread =
                before.stream().map(item -> item.with((CrmRecord) null)).toList();
        List<RecordContext> after = guard.apply(read.apply(batch.with(unread))).items();
        Map<String, RecordContext> rechecked = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            rechecked.put(
                    before.get(i).recordId(),
                    settle(setup.profile(), before.get(i).crmRecord(), after.get(i)));
        }
        return batch.replacing(rechecked);
    }

    private static RecordContext settle(EnrichmentProfile profile, CrmRecord before, RecordContext after) {
        if (after.fate() instanceof Disposition.Dropped dropped) {
            // no longer without a trace: LeadIQ was asked
            GuardReason reason = dropped.verdict().reason();
            if (reason == GuardReason.FRESH) {
                return after.with(new Disposition.Done(Outcome.NOTHING_TO_GAIN, "enriched by another batch meanwhile"));
            }
            return after.with(new Disposition.Done(
                    Outcome.REFUSED, reason == GuardReason.RECORD_MISSING ? "GONE" : reason.name()));
        }
        boolean same = !after.isOpen()
                || profile.identifiers().values().stream()
                        .flatMap(Collection::stream)
                        .allMatch(field -> Objects.equals(
                                before.text(field), after.crmRecord().text(field)));
        // LeadIQ was asked about somebody else, perhaps
        return same ? after : after.with(new Disposition.Later("identified anew while LeadIQ was asked", true));
    }
}

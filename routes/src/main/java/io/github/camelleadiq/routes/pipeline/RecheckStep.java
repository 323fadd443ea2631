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

/**
 * Reads records again, right before they are written: what a person has entered while LeadIQ was asked is not
 * overwritten, and a no that was said meanwhile is heard, whether the change events of it have come or not. So it is with
 * what another batch of ours has written, a backfill's beside a stream's: nothing is written twice.
 */
public final class RecheckStep implements Step {
    private final ReadStep read = new ReadStep();
    private final GuardStep guard = new GuardStep();

    @Override
    public Batch apply(Batch batch) {
        if (!batch.setup().mode().writes()) {
            return batch;
        }
        List<RecordContext> before = batch.open().toList();
        if (before.isEmpty()) {
            return batch;
        }
        Disposition outage = batch.outage().get();
        if (outage != null) {
            return batch.allOpen(outage);
        }
        List<RecordContext> unread =
                before.stream().map(item -> item.with((CrmRecord) null)).toList();
        Batch reread = read.apply(batch.with(unread));
        if (reread.open().findAny().isEmpty()) {
            // what the reading failed with, for all of them
            reread.outage().set(reread.items().get(0).fate());
        }
        List<RecordContext> after = guard.apply(reread).items();
        Map<String, RecordContext> rechecked = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            rechecked.put(
                    before.get(i).recordId(),
                    settle(batch.setup().profile(), before.get(i).crmRecord(), after.get(i)));
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
        // LeadIQ was asked about another person, perhaps
        return same ? after : after.with(new Disposition.Later("identified anew while LeadIQ was asked", true));
    }
}

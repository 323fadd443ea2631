/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.guard.IdentifierPrint;
import io.github.camelleadiq.routes.core.guard.LastLookUp;
import io.github.camelleadiq.routes.core.guard.OwnValues;
import io.github.camelleadiq.routes.core.guard.WatchedPrint;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.state.OwnWrite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** By what records were looked up and what they were like then, kept as fingerprints beside those of our writes, which age and are erased with them. */
final class LookupFingerprints {
    /** No names of fields. */
    private static final String IDENTIFIERS = "#identifiers";

    private static final String WATCHED = "#watched";

    private LookupFingerprints() {}

    /** Remembers by what these records, which LeadIQ has just answered about, were looked up. */
    static void remember(Batch batch) {
        PipelineContext setup = batch.setup();
        if (setup.mode().writes()) {
            List<OwnWrite> prints = batch.open()
                    .map(item -> new OwnWrite(
                            setup.profile().object(),
                            item.recordId(),
                            IDENTIFIERS,
                            IdentifierPrint.of(item.crmRecord(), setup.profile())))
                    .toList();
            setup.state().ownWrites().intend(prints, setup.clock().instant());
        }
    }

    /**
     * Remembers what these records were like when their look-up was settled, and not before: what comes again for a write that
     * failed has still to be looked at. Runs inside the transaction that settles.
     */
    static void settled(Batch batch) {
        PipelineContext setup = batch.setup();
        if (setup.mode().writes()) {
            List<OwnWrite> prints = batch.items().stream()
                    .filter(item -> item.match() != null && item.fate() instanceof Disposition.Done)
                    .map(item -> new OwnWrite(
                            setup.profile().object(),
                            item.recordId(),
                            WATCHED,
                            WatchedPrint.of(item.crmRecord(), setup.profile())))
                    .toList();
            setup.state().ownWrites().intend(prints, setup.clock().instant());
        }
    }

    /** What is known of the last time that this record was looked up. */
    static LastLookUp last(PipelineContext setup, String recordId, Instant at) {
        Map<String, String> prints = setup
                .state()
                .ownWrites()
                .last(setup.profile().object(), recordId)
                .stream()
                .collect(Collectors.toMap(OwnWrite::field, OwnWrite::valueHash));
        return new LastLookUp(at, prints.get(IDENTIFIERS), prints.get(WATCHED));
    }

    /** Whether a person changed by what the record is known since it was looked up last. */
    static boolean isCorrected(PipelineContext setup, CrmRecord crmRecord) {
        // only an id of ours can be out of date
        return setup.profile().identifier(crmRecord, Identifier.LEADIQ_ID).isPresent()
                && Guard.isCorrected(
                        crmRecord,
                        setup.profile(),
                        ours(setup),
                        last(setup, crmRecord.id(), null).identifiers());
    }

    /** What we wrote to records, by the state. */
    static OwnValues ours(PipelineContext setup) {
        return (objectType, recordId, field, hash) -> setup.state()
                .ownWrites()
                .isOurs(objectType, recordId, Map.of(field, ValueHash.bound(objectType, recordId, field, hash)));
    }
}

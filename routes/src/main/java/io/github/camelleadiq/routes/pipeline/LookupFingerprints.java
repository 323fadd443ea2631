/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.guard.IdentifierPrint;
import io.github.camelleadiq.routes.core.guard.OwnValues;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.state.OwnWrite;
import java.util.List;
import java.util.Map;

/** By what records were looked up, kept as a fingerprint beside those of our writes, which age and are erased with it. */
final class LookupFingerprints {
    /** No name of a field. */
    private static final String FIELD = "#identifiers";

    private LookupFingerprints() {}

    /** Remembers by what these records, which LeadIQ has just answered about, were looked up. */
    static void remember(Batch batch) {
        PipelineContext setup = batch.setup();
        if (setup.mode().writes()) {
            List<OwnWrite> prints = batch.open()
                    .map(item -> new OwnWrite(
                            setup.profile().object(),
                            item.recordId(),
                            FIELD,
                            IdentifierPrint.of(item.crmRecord(), setup.profile())))
                    .toList();
            setup.state().ownWrites().intend(prints, setup.clock().instant());
        }
    }

    /** By what this record was looked up last; null if that is not known. */
    static String identifiers(PipelineContext setup, String recordId) {
        return setup.state().ownWrites().last(setup.profile().object(), recordId).stream()
                .filter(write -> write.field().equals(FIELD))
                .map(OwnWrite::valueHash)
                .findFirst()
                .orElse(null);
    }

    /** Whether a person changed by what the record is known since it was looked up last. */
    static boolean isCorrected(PipelineContext setup, CrmRecord crmRecord) {
        // only an id of ours can be out of date
        return setup.profile().identifier(crmRecord, Identifier.LEADIQ_ID).isPresent()
                && Guard.isCorrected(crmRecord, setup.profile(), ours(setup), identifiers(setup, crmRecord.id()));
    }

    /** What we wrote to records, by the state. */
    static OwnValues ours(PipelineContext setup) {
        return (objectType, recordId, field, hash) -> setup.state()
                .ownWrites()
                .isOurs(objectType, recordId, Map.of(field, ValueHash.bound(objectType, recordId, field, hash)));
    }
}

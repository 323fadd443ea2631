/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides what of a match is written to a record. */
public final class Merger {
    private Merger() {}

    /**
     * What to write. Only a match changes fields; every result leaves its stamps, so that it is not looked for again
     * before it is due.
     *
     * @param crmRecord the record as it is now
     * @param plan what was asked for: nothing else is written
     * @param describe what the CRM says of the object
     */
    public static Merged merge(
            CrmRecord crmRecord,
            EnrichmentProfile profile,
            EnrichmentPlan plan,
            MatchResult match,
            ObjectDescribe describe,
            Instant now) {
        List<FieldChange> changes = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        if (match instanceof MatchResult.Matched matched) {
            Answer answer = Answer.of(matched.candidate(), profile, crmRecord);
            AddressCodes codes = new AddressCodes(crmRecord, describe);
            AddressMerge merge = new AddressMerge(
                    crmRecord, profile, describe, answer, new FieldMerge(crmRecord, profile, plan, answer, codes, now));
            for (FieldMapping mapping : profile.mappings()) {
                FieldOutcome outcome = merge.merge(mapping);
                outcome.change().ifPresent(changes::add);
                outcome.refusal().ifPresent(refusals::add);
            }
            changes = codes.fit(changes, refusals);
        }
        Map<String, Object> stamps = StampValues.of(crmRecord, profile, match, describe, now, refusals);
        return new Merged(new CrmPatch(crmRecord.objectType(), crmRecord.id(), changes, stamps), refusals);
    }
}

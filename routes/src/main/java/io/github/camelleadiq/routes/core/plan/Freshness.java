/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.plan;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.text.Times;
import java.time.Instant;

/** How old an enrichment is. */
public final class Freshness {
    private Freshness() {}

    /**
     * When the record was last enriched, by its stamp or by our log, whichever is later; null if never.
     *
     * @param logged what our log says; null if nothing
     */
    public static Instant enrichedAt(CrmRecord crmRecord, EnrichmentProfile profile, Instant logged) {
        String field = profile.stamps().enrichedAt();
        Instant stamped = field == null
                ? null
                : Times.instant(crmRecord.fields().get(field)).orElse(null);
        if (stamped == null || logged == null) {
            return stamped == null ? logged : stamped;
        }
        return stamped.isAfter(logged) ? stamped : logged;
    }

    /** Whether an enrichment of this time is still good: without a refresh age it stays so for ever. */
    public static boolean isFresh(Instant enrichedAt, EnrichmentProfile profile, Instant now) {
        return enrichedAt != null
                && (profile.refreshAfter() == null
                        || enrichedAt.plus(profile.refreshAfter()).isAfter(now));
    }
}

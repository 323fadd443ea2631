/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.Policy;
import io.github.camelleadiq.routes.core.profile.TooLong;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our own fields beside the changes. */
final class StampValues {
    private StampValues() {}

    /** The stamps that differ from what the record has; those that the CRM cannot take are refused. */
    static Map<String, Object> of(
            CrmRecord crmRecord,
            EnrichmentProfile profile,
            MatchResult match,
            ObjectDescribe describe,
            Instant now,
            List<Refusal> refusals) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        if (match instanceof MatchResult.Matched matched) {
            put(wanted, profile.stamps().leadiqId(), matched.candidate().id());
        }
        put(wanted, profile.stamps().enrichedAt(), now);
        put(wanted, profile.stamps().status(), match.status());
        Map<String, Object> stamps = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            Optional<Refusal> refusal = Fields.unwritable(name, describe.field(name), crmRecord, profile);
            if (refusal.isPresent()) {
                refusals.add(refusal.get());
                return;
            }
            FieldDescribe field = describe.field(name).orElseThrow();
            Converted converted = FieldTypes.convert(value, field, asWritten(name));
            if (converted instanceof Converted.Refused refused) {
                refusals.add(new Refusal(name, refused.reason(), refused.text()));
            } else if (converted instanceof Converted.Taken taken
                    && !ValueHash.same(taken.value(), crmRecord.fields().get(name))) {
                stamps.put(name, taken.value());
            }
        });
        return stamps;
    }

    private static void put(Map<String, Object> stamps, String field, Object value) {
        if (field != null && value != null) {
            stamps.put(field, value);
        }
    }

    /** Half an id is no id. */
    private static FieldMapping asWritten(String field) {
        return new FieldMapping(field, List.of(), null, Policy.OVERWRITE, Map.of(), 0, TooLong.REFUSE, false);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.plan;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.Kind;
import io.github.camelleadiq.routes.core.profile.Money;
import io.github.camelleadiq.routes.core.profile.Source;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what to ask LeadIQ about a record: the least that fills what is empty or due. */
public final class Planner {
    private Planner() {}

    /**
     * The plan for a record.
     *
     * @param describe what the CRM says of the object: what cannot be written is not bought
     * @param enrichedAt when the record was last enriched, see {@link Freshness#enrichedAt}; null if never
     */
    public static EnrichmentPlan plan(
            CrmRecord crmRecord, EnrichmentProfile profile, ObjectDescribe describe, Instant enrichedAt, Instant now) {
        return plan(crmRecord, profile, describe, enrichedAt, now, false);
    }

    /**
     * The plan for a record.
     *
     * @param describe what the CRM says of the object: what cannot be written is not bought
     * @param enrichedAt when the record was last enriched, see {@link Freshness#enrichedAt}; null if never
     * @param isCorrected whether a person changed by what the record is known since it was last looked up: LeadIQ's id, which we
     *     stored then, is asked by last
     */
    public static EnrichmentPlan plan(
            CrmRecord crmRecord,
            EnrichmentProfile profile,
            ObjectDescribe describe,
            Instant enrichedAt,
            Instant now,
            boolean isCorrected) {
        Set<Source> blocked = profile.blocked(crmRecord);
        boolean due = !Freshness.isFresh(enrichedAt, profile, now);
        Map<String, Set<Source>> wanted = new LinkedHashMap<>();
        boolean optedOut = false;
        for (FieldMapping mapping : profile.mappings()) {
            if (isWanted(mapping, crmRecord, due) && isWritable(mapping.field(), describe)) {
                Set<Source> sources = allowed(mapping, blocked);
                if (sources.isEmpty()) {
                    optedOut = true;
                } else {
                    wanted.put(mapping.field(), sources);
                }
            }
        }
        if (wanted.isEmpty()) {
            return nothing(crmRecord, optedOut ? PlanOutcome.OPTED_OUT : PlanOutcome.NOTHING_MISSING, wanted);
        }
        Set<DataPoint> points = worthBuying(wanted, crmRecord, profile, describe);
        if (points.isEmpty()) {
            return nothing(crmRecord, PlanOutcome.NOTHING_MISSING, wanted);
        }
        points.add(DataPoint.PROFILE);
        Ladder ladder = new Ladder(crmRecord, profile, isCorrected);
        List<Lookup> lookups = ladder.lookups();
        if (lookups.isEmpty()) {
            return nothing(crmRecord, PlanOutcome.NO_IDENTIFIERS, wanted);
        }
        boolean worthAsking = points.contains(DataPoint.EMAIL) || points.contains(DataPoint.PHONE);
        return new EnrichmentPlan(
                crmRecord.objectType(),
                crmRecord.id(),
                PlanOutcome.LOOK_UP,
                wanted,
                points,
                profile.preview() && profile.kind() == Kind.PERSON && worthAsking ? ladder.previews() : List.of(),
                lookups);
    }

    private static EnrichmentPlan nothing(CrmRecord crmRecord, PlanOutcome outcome, Map<String, Set<Source>> wanted) {
        return new EnrichmentPlan(
                crmRecord.objectType(), crmRecord.id(), outcome, wanted, Set.of(), List.of(), List.of());
    }

    private static boolean isWanted(FieldMapping mapping, CrmRecord crmRecord, boolean due) {
        return switch (mapping.policy()) {
            case NEVER -> false;
            case FILL_EMPTY -> crmRecord.isEmpty(mapping.field());
            case OVERWRITE, IF_NEWER -> due || crmRecord.isEmpty(mapping.field());
        };
    }

    /** Amounts that could not be written, for they are in another currency than the record's, are not bought. */
    private static Set<DataPoint> worthBuying(
            Map<String, Set<Source>> wanted, CrmRecord crmRecord, EnrichmentProfile profile, ObjectDescribe describe) {
        Set<DataPoint> points = EnumSet.noneOf(DataPoint.class);
        wanted.forEach((field, sources) -> sources.stream()
                .filter(source -> Money.otherCurrency(
                                source, describe.field(field).orElseThrow(), crmRecord, profile)
                        .isEmpty())
                .forEach(source -> points.add(source.dataPoint())));
        return points;
    }

    /** The free questions about the person of a record, best first; empty if there is none. */
    public static List<Lookup> previews(CrmRecord crmRecord, EnrichmentProfile profile) {
        return profile.kind() == Kind.PERSON ? new Ladder(crmRecord, profile, false).previews() : List.of();
    }

    /**
     * By what the company of a record is told from those of others: its domains, and its name. Empty if it is not known.
     */
    public static Set<String> company(CrmRecord crmRecord, EnrichmentProfile profile) {
        return new Ladder(crmRecord, profile, false).company();
    }

    private static boolean isWritable(String field, ObjectDescribe describe) {
        return describe.field(field).map(FieldDescribe::updateable).orElse(false);
    }

    /** A template needs all of its sources, a list needs any. */
    private static Set<Source> allowed(FieldMapping mapping, Set<Source> blocked) {
        Set<Source> sources = EnumSet.noneOf(Source.class);
        sources.addAll(mapping.from());
        boolean lost = sources.removeAll(blocked);
        return lost && mapping.template() != null ? Set.of() : sources;
    }
}

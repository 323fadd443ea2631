/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.plan;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.routes.core.profile.Source;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to ask LeadIQ about one record.
 *
 * @param objectType the CRM's name of the object
 * @param recordId the CRM's id of the record
 * @param outcome whether to ask at all
 * @param wanted the fields that are empty or due, each with the sources that may fill it
 * @param dataPoints what to buy, the profile always among it; empty unless the outcome is to look up
 * @param previews questions that cost nothing, to be asked before when the profile wants that; best first
 * @param lookups the questions, best first: the next only for those who found nothing
 */
public record EnrichmentPlan(
        String objectType,
        String recordId,
        PlanOutcome outcome,
        Map<String, Set<Source>> wanted,
        Set<DataPoint> dataPoints,
        List<Lookup> previews,
        List<Lookup> lookups) {
    public EnrichmentPlan {
        Objects.requireNonNull(objectType, "objectType");
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(outcome, "outcome");
        wanted = Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
        dataPoints = Collections.unmodifiableSet(
                dataPoints.isEmpty() ? EnumSet.noneOf(DataPoint.class) : EnumSet.copyOf(dataPoints));
        previews = List.copyOf(previews);
        lookups = List.copyOf(lookups);
    }

    /** Whether there is something to ask. */
    public boolean isLookup() {
        return outcome == PlanOutcome.LOOK_UP;
    }

    /** What the component's option {@code dataPoints} is to say, such as {@code profile,email}. */
    public String dataPointsOption() {
        return dataPoints.stream().map(DataPoint::variable).collect(Collectors.joining(","));
    }

    /** Whether this source was asked for on behalf of this field. */
    public boolean asksFor(String field, Source source) {
        return dataPoints.contains(source.dataPoint())
                && wanted.getOrDefault(field, Set.of()).contains(source);
    }

    /**
     * The plan without what the free preview says LeadIQ does not have. What the preview leaves open is still bought.
     *
     * @param hasEmail whether there is an email; null if unknown
     * @param hasPhone whether there is a phone; null if unknown
     */
    public EnrichmentPlan afterPreview(Boolean hasEmail, Boolean hasPhone) {
        Set<DataPoint> left = EnumSet.noneOf(DataPoint.class);
        wanted.values().forEach(sources -> sources.forEach(source -> left.add(source.dataPoint())));
        left.retainAll(dataPoints);
        if (Boolean.FALSE.equals(hasEmail)) {
            left.remove(DataPoint.EMAIL);
        }
        if (Boolean.FALSE.equals(hasPhone)) {
            left.remove(DataPoint.PHONE);
        }
        if (!isLookup()) {
            return this;
        }
        if (left.isEmpty()) {
            return withNothingToGain();
        }
        left.add(DataPoint.PROFILE);
        return new EnrichmentPlan(objectType, recordId, outcome, wanted, left, List.of(), lookups);
    }

    /** The plan for a person of whom LeadIQ has nothing. */
    public EnrichmentPlan withNothingToGain() {
        return new EnrichmentPlan(
                objectType, recordId, PlanOutcome.NOTHING_TO_GAIN, wanted, Set.of(), List.of(), List.of());
    }

    /** Ids, outcome and names of fields only. */
    @Override
    public String toString() {
        return objectType + " " + recordId + " " + outcome + " " + wanted.keySet() + " " + dataPoints;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.plan.Lookup;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a person before LeadIQ is asked.
 *
 * @param crmRecord what the row says
 * @param profile by which rules LeadIQ's answers are compared with it
 * @param plan what to ask, in which order
 */
public record Lead(CrmRecord crmRecord, EnrichmentProfile profile, EnrichmentPlan plan) {

    /** All that identifies this person, in a form that can be compared; the most precise first. */
    List<String> identifiers() {
        return plan.lookups().stream().map(Lead::identifier).toList();
    }

    private static String identifier(Lookup lookup) {
        Map<String, Object> input = lookup.input();
        return switch (lookup.rung()) {
            case LINKEDIN_URL -> (String) input.get("linkedinUrl");
            case EMAIL -> (String) input.get("email");
            default -> name(input) + "|" + employer((Map<?, ?>) input.get("company"));
        };
    }

    private static String name(Map<String, Object> input) {
        return Stream.of("fullName", "firstName", "lastName")
                .map(input::get)
                .filter(String.class::isInstance)
                .map(part -> Texts.fold((String) part))
                .collect(Collectors.joining(" "));
    }

    private static String employer(Map<?, ?> company) {
        Object name = company.get("name");
        return name == null ? company.values().toString() : Texts.fold((String) name);
    }

    /** Not the values: they are personal data. */
    @Override
    public String toString() {
        return "Lead " + crmRecord.id();
    }
}

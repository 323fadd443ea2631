/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.camelleadiq.model.json.Lists;
import java.util.List;

/**
 * How much of the contract is used up. Free to ask.
 *
 * <p>Documented and live.
 *
 * @param planUsage Usage in the current billing period without trials. The argument is ignored by the
 *     server. Documented and live.
 * @param trialUsage Documented and live.
 * @param subscription Documented and live.
 * @param universalUsage Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UsageMetaType(
        List<PlanUsage> planUsage,
        List<TrialUsage> trialUsage,
        SubscriptionInfo subscription,
        List<UniversalUsage> universalUsage) {

    public UsageMetaType {
        planUsage = Lists.orEmpty(planUsage);
        trialUsage = Lists.orEmpty(trialUsage);
        universalUsage = Lists.orEmpty(universalUsage);
    }
}

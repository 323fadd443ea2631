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
 * The plans of the account that the key belongs to. Free to ask.
 *
 * <p>Live only.
 *
 * @param plans Live only.
 * @param dataHubPlan Live only.
 * @param universalPlan Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Account(
        List<Plan> plans,
        DataHubPlan dataHubPlan,
        UniversalPlan universalPlan) {

    public Account {
        plans = Lists.orEmpty(plans);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;
import io.github.camelleadiq.model.json.IsoTextSerializer;
import io.github.camelleadiq.model.json.Lists;
import io.github.camelleadiq.model.json.ZonedDateTimeDeserializer;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * {@code DataHubPlan} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param name Live only.
 * @param product Live only.
 * @param status Live only.
 * @param nextBillingPeriod Live only.
 * @param available Live only.
 * @param used Live only.
 * @param visibility Live only.
 * @param costs Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonDeserialize
public record DataHubPlan(
        String name,
        ProductName product,
        PlanStatus status,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime nextBillingPeriod,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer available,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer used,
        List<DataHubVisibility> visibility,
        List<DataHubCost> costs) implements Plan {

    public DataHubPlan {
        visibility = Lists.orEmpty(visibility);
        costs = Lists.orEmpty(costs);
    }

    @Override
    public String typename() {
        return "DataHubPlan";
    }
}

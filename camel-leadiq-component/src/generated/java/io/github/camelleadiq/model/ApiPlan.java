/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelleadiq.model.json.IsoTextSerializer;
import io.github.camelleadiq.model.json.Lists;
import io.github.camelleadiq.model.json.ZonedDateTimeDeserializer;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * {@code ApiPlan} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param name Live only.
 * @param product Live only.
 * @param status Live only.
 * @param nextBillingPeriod Live only.
 * @param usage Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonDeserialize
public record ApiPlan(
        String name,
        ProductName product,
        PlanStatus status,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime nextBillingPeriod,
        List<PlanUsage> usage) implements Plan {

    public ApiPlan {
        usage = Lists.orEmpty(usage);
    }

    @Override
    public String typename() {
        return "ApiPlan";
    }
}

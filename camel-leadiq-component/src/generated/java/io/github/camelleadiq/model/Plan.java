/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.TypenameDeserializer;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * What every plan of an account has.
 *
 * <p>Live only.
 *
 * <p>A type that this version does not know is read as {@link UnknownPlan}.
 */
@JsonDeserialize(using = Plan.Deserializer.class)
@JsonPropertyOrder("__typename")
public sealed interface Plan
        permits ApiPlan, DataHubPlan, UniversalPlan, UnknownPlan {

    /** The name of the type in the schema; null if the server was not asked for it. */
    @JsonProperty("__typename")
    String typename();

    /** Live only. */
    String name();

    /** Live only. */
    ProductName product();

    /** Live only. */
    PlanStatus status();

    /** Live only. */
    ZonedDateTime nextBillingPeriod();

    /** Chooses the type by {@code __typename}. */
    final class Deserializer extends TypenameDeserializer<Plan> {
        public Deserializer() {
            super(
                    Plan.class,
                    UnknownPlan.class,
                    Map.ofEntries(
                            Map.entry("ApiPlan", ApiPlan.class),
                            Map.entry("DataHubPlan", DataHubPlan.class),
                            Map.entry("UniversalPlan", UniversalPlan.class)));
        }
    }
}

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
import java.util.Map;

/**
 * A token for the Workato integration, or why there is none.
 *
 * <p>Live only.
 *
 * <p>A type that this version does not know is read as {@link UnknownWorkatoTokenResponse}.
 */
@JsonDeserialize(using = WorkatoTokenResponse.Deserializer.class)
@JsonPropertyOrder("__typename")
public sealed interface WorkatoTokenResponse
        permits WorkatoTokenResponseFailure, WorkatoTokenResponseSuccess, UnknownWorkatoTokenResponse {

    /** The name of the type in the schema; null if the server was not asked for it. */
    @JsonProperty("__typename")
    String typename();

    /** Chooses the type by {@code __typename}. */
    final class Deserializer extends TypenameDeserializer<WorkatoTokenResponse> {
        public Deserializer() {
            super(
                    WorkatoTokenResponse.class,
                    UnknownWorkatoTokenResponse.class,
                    Map.ofEntries(
                            Map.entry("WorkatoTokenResponseFailure", WorkatoTokenResponseFailure.class),
                            Map.entry("WorkatoTokenResponseSuccess", WorkatoTokenResponseSuccess.class)));
        }
    }
}

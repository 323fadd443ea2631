/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactJsonDeserializer;
import io.github.camelleadiq.model.json.RawFields;
import java.util.Map;

/**
 * A {@link WorkatoTokenResponse} of a type that this version does not know, or that came without its name.
 *
 * @param typename the name of the type in the schema; null if the server was not asked for it
 * @param fields what the server sent, without {@code __typename}; numbers are exact
 */
@JsonDeserialize
public record UnknownWorkatoTokenResponse(
        @JsonInclude(JsonInclude.Include.NON_NULL) String typename,
        @JsonAnyGetter Map<String, Object> fields)
        implements WorkatoTokenResponse {

    public UnknownWorkatoTokenResponse {
        fields = RawFields.copy(fields);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static UnknownWorkatoTokenResponse fromJson(
            @JsonDeserialize(using = ExactJsonDeserializer.class) Map<String, Object> object) {
        String typename = RawFields.text(object, "__typename");
        return new UnknownWorkatoTokenResponse(typename, RawFields.without(object, "__typename"));
    }
}

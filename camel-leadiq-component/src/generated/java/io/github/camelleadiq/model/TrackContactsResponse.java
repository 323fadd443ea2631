/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactLongDeserializer;
import io.github.camelleadiq.model.json.Lists;
import java.util.List;

/**
 * {@code TrackContactsResponse} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param importId Live only.
 * @param totalCount Live only.
 * @param batchCount Live only.
 * @param errors Live only.
 * @param errorCode Live only.
 * @param warnings Live only.
 * @param contactsExceedingSubscriptionLimit Live only. Deprecated by LeadIQ: marked so by the server.
 * @param totalSubscriptionContactsUsed Live only. Deprecated by LeadIQ: marked so by the server.
 * @param totalSubscriptionContactsRemaining Live only. Deprecated by LeadIQ: marked so by the server.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrackContactsResponse(
        String importId,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long totalCount,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long batchCount,
        List<String> errors,
        ErrorCode errorCode,
        List<String> warnings,
        List<String> contactsExceedingSubscriptionLimit,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long totalSubscriptionContactsUsed,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long totalSubscriptionContactsRemaining) {

    public TrackContactsResponse {
        errors = Lists.orEmpty(errors);
        warnings = Lists.orEmpty(warnings);
        contactsExceedingSubscriptionLimit = Lists.orEmpty(contactsExceedingSubscriptionLimit);
    }
}

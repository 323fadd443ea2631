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
import io.github.camelleadiq.model.json.InstantDeserializer;
import io.github.camelleadiq.model.json.IsoTextSerializer;
import io.github.camelleadiq.model.json.Lists;
import java.time.Instant;
import java.util.List;

/**
 * {@code TrackedContactsConnection} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param edges Live only.
 * @param pageInfo Live only.
 * @param isProcessing Live only.
 * @param errors Live only.
 * @param errorCode Live only.
 * @param totalSubscriptionContactsUsed Live only.
 * @param totalSubscriptionContactsRemaining Live only.
 * @param availableICPs Live only.
 * @param timeoutAt Live only.
 * @param isTimeout Live only.
 * @param suppressedContacts Live only.
 * @param warning Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrackedContactsConnection(
        List<TrackedContactEdge> edges,
        PageInfo pageInfo,
        Boolean isProcessing,
        List<String> errors,
        ErrorCode errorCode,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer totalSubscriptionContactsUsed,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer totalSubscriptionContactsRemaining,
        List<ICPDefinition> availableICPs,
        @JsonDeserialize(using = InstantDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        Instant timeoutAt,
        Boolean isTimeout,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer suppressedContacts,
        String warning) {

    public TrackedContactsConnection {
        edges = Lists.orEmpty(edges);
        errors = Lists.orEmpty(errors);
        availableICPs = Lists.orEmpty(availableICPs);
    }
}

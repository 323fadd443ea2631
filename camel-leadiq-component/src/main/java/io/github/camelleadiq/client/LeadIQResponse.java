/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.List;
import java.util.Map;

/**
 * The answer to an operation.
 *
 * @param data the JSON of the operation's field, which can be the JSON null
 * @param page how much more there is
 * @param errors errors besides the data, when they were to be kept
 * @param extensions what the server adds to the answer as a whole
 * @param droppedFields what was asked for and this server does not have, as {@code Type.field}
 * @param requestCount requests that it took, repetitions included; 0 when it was the cache's or another caller's
 * @param cacheHit whether it comes from the cache alone
 * @param credits what it cost, or null when nothing was counted: the operation is free, or nothing was asked of LeadIQ
 */
public record LeadIQResponse(
        JsonSlice data,
        PageState page,
        List<GraphQLError> errors,
        Map<String, Object> extensions,
        List<String> droppedFields,
        int requestCount,
        boolean cacheHit,
        CallCredits credits) {

    /** Not the data: it is personal data. */
    @Override
    public String toString() {
        return "LeadIQResponse[" + data.length() + " bytes]";
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.List;
import java.util.Map;

/**
 * What came back for one call.
 *
 * @param data the JSON of the operation's field
 * @param errors errors besides the data
 * @param extensions what the server adds to the answer as a whole
 * @param requestCount requests that it took, repetitions included; shared with the neighbours of a batch
 * @param cacheHit whether it comes from the cache alone
 * @param credits what it cost, or null when nobody has counted
 */
public record Answer(
        JsonSlice data,
        List<GraphQLError> errors,
        Map<String, Object> extensions,
        int requestCount,
        boolean cacheHit,
        CallCredits credits) {

    public Answer(JsonSlice data, List<GraphQLError> errors, Map<String, Object> extensions, int requestCount) {
        this(data, errors, extensions, requestCount, false, null);
    }

    /** This answer for somebody who had no part in getting it: it took him no request, and cost him nothing. */
    public Answer shared() {
        return new Answer(data, errors, extensions, 0, cacheHit, credits == null ? null : CallCredits.NONE);
    }

    /** This answer with what another request for the same lookup took and cost. */
    public Answer after(Answer earlier) {
        return new Answer(
                data,
                errors,
                extensions,
                requestCount + earlier.requestCount,
                cacheHit,
                CallCredits.sum(credits, earlier.credits));
    }

    /** This answer with other data: less of it, or more. */
    public Answer withData(JsonSlice other) {
        return new Answer(other, errors, extensions, requestCount, cacheHit, credits);
    }

    /** This answer with what it cost. */
    public Answer withCredits(CallCredits cost) {
        return new Answer(data, errors, extensions, requestCount, cacheHit, cost);
    }

    /** Not the data: it is personal data. */
    @Override
    public String toString() {
        return "Answer[" + (data == null ? 0 : data.length()) + " bytes]";
    }
}

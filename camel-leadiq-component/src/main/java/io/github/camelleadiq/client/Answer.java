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
 */
public record Answer(
        JsonSlice data, List<GraphQLError> errors, Map<String, Object> extensions, int requestCount, boolean cacheHit) {

    public Answer(JsonSlice data, List<GraphQLError> errors, Map<String, Object> extensions, int requestCount) {
        this(data, errors, extensions, requestCount, false);
    }

    /** This answer for somebody who had no part in getting it. */
    public Answer shared() {
        return new Answer(data, errors, extensions, 0, cacheHit);
    }

    /** This answer with what it really took. */
    public Answer withRequestCount(int count) {
        return new Answer(data, errors, extensions, count, cacheHit);
    }

    /** Not the data: it is personal data. */
    @Override
    public String toString() {
        return "Answer[" + (data == null ? 0 : data.length()) + " bytes]";
    }
}

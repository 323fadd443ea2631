/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import io.github.camelleadiq.client.credit.CallCredits;
import java.util.List;
import java.util.Map;

/**
 * What came back for one call.
 *
 * @param data the JSON of the operation's field
 * @param errors errors besides the data
 * @param extensions what the server adds to the answer as a whole
 * @param requestCount requests that it took, repetitions included; shared with the neighbours of a batch
 * @param credits what it cost, or null when nobody has counted
 */
public record Answer(
        JsonSlice data,
        List<GraphQLError> errors,
        Map<String, Object> extensions,
        int requestCount,
        CallCredits credits) {

    public Answer(JsonSlice data, List<GraphQLError> errors, Map<String, Object> extensions, int requestCount) {
        this(data, errors, extensions, requestCount, null);
    }

    /** This answer with what it cost. */
    public Answer withCredits(CallCredits cost) {
        return new Answer(data, errors, extensions, requestCount, cost);
    }

    /** This answer, with further requests that it took. */
    public Answer withMoreRequests(int more) {
        return new Answer(data, errors, extensions, requestCount + more, credits);
    }

    /** Not the data: it is personal data. */
    @Override
    public String toString() {
        return "Answer[" + (data == null ? 0 : data.length()) + " bytes]";
    }
}

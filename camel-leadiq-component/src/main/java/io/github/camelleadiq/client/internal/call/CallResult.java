/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.internal.graphql.AnswerData;
import java.util.List;
import java.util.Map;

/**
 * What came back for one call.
 *
 * @param content what the operation's field has
 * @param errors errors besides the data
 * @param extensions what the server adds to the answer as a whole
 * @param requestCount requests that it took, repetitions included; shared with the neighbours of a batch
 * @param cacheHit whether it comes from the cache alone
 */
public record CallResult(
        AnswerData content,
        List<GraphQLError> errors,
        Map<String, Object> extensions,
        int requestCount,
        boolean cacheHit) {

    public CallResult(AnswerData content, List<GraphQLError> errors, Map<String, Object> extensions, int requestCount) {
        this(content, errors, extensions, requestCount, false);
    }

    /** Where the JSON of the operation's field stands. */
    public JsonSlice data() {
        return content.json();
    }

    /** This answer for a call that had no part in getting it: it took no request. */
    CallResult shared() {
        return new CallResult(content, errors, extensions, 0, cacheHit);
    }

    /** This answer with the requests that another one for the same lookup took. */
    CallResult after(CallResult earlier) {
        return new CallResult(content, errors, extensions, requestCount + earlier.requestCount, cacheHit);
    }

    /** This answer with other data: less of it, or more. */
    public CallResult with(AnswerData other) {
        return new CallResult(other, errors, extensions, requestCount, cacheHit);
    }

    /** Not the data: it is personal data. */
    @Override
    public String toString() {
        return "CallResult[" + data().length() + " bytes]";
    }
}

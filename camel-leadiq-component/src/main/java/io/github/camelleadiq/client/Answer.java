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
 */
public record Answer(JsonSlice data, List<GraphQLError> errors, Map<String, Object> extensions, int requestCount) {}

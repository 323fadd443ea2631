/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.JsonSlice;
import java.util.List;
import java.util.Map;

/**
 * A GraphQL answer taken apart.
 *
 * @param data the answer of the operation where it stands in the bytes, null when there is none
 * @param errors all errors, empty when all went well
 * @param extensions what the server adds to the answer as a whole
 */
public record GraphQLResponse(JsonSlice data, List<GraphQLError> errors, Map<String, Object> extensions) {

    public boolean hasData() {
        return data != null && !data.isNull();
    }
}

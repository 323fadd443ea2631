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
 * @param answer what the operation's field has, or the whole of {@code data} when no field was asked for; null when
 *     there is none
 * @param fields what each field of {@code data} has, when the whole of it was asked for
 * @param errors all errors, empty when all went well
 * @param extensions what the server adds to the answer as a whole
 */
public record GraphQLResponse(
        AnswerData answer, Map<String, AnswerData> fields, List<GraphQLError> errors, Map<String, Object> extensions) {

    /** Where the answer stands in the bytes; null when there is none. */
    public JsonSlice data() {
        return answer == null ? null : answer.json();
    }

    public boolean hasData() {
        return answer != null && !answer.json().isNull();
    }

    /** Whether at least one field is something. */
    boolean hasAnyField() {
        return fields.values().stream().anyMatch(field -> !field.json().isNull());
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.List;
import java.util.Optional;

/** The server understood the request and reports errors in it or in parts of the answer. */
public class LeadIQGraphQLException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    private final transient List<GraphQLError> errors;
    private final transient JsonSlice partialData;

    /** @param partialData what was answered besides the errors, or null */
    public LeadIQGraphQLException(String operation, String problem, List<GraphQLError> errors, JsonSlice partialData) {
        super(
                operation,
                problem,
                partialData == null ? "see getErrors()" : "getPartialData() has the rest; partialData=keep keeps it",
                null);
        this.errors = List.copyOf(errors);
        this.partialData = partialData;
    }

    /** All errors in the order of the answer. */
    public List<GraphQLError> getErrors() {
        return errors;
    }

    /** The JSON that was answered in spite of the errors. */
    public Optional<byte[]> getPartialData() {
        return Optional.ofNullable(partialData).map(JsonSlice::toBytes);
    }
}

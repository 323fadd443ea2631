/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.internal.schema.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The names that can stand after {@code leadiq:}. */
final class OperationNames {

    private OperationNames() {}

    static List<String> all() {
        return Stream.concat(
                        Arrays.stream(LeadIQOperation.values()).map(LeadIQOperation::graphqlName),
                        Stream.of(LeadIQEndpoint.OWN_DOCUMENT))
                .toList();
    }

    static String unknown(String operation) {
        return "leadiq:" + operation + " is not an operation"
                + NearestName.of(operation, all())
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("; there are " + String.join(", ", all()));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.ApiKey;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.document.BatchTemplate;
import java.util.Map;

/**
 * What lookups must have in common to share a request: all but their input and their selection.
 *
 * @param sharedVariables the values of their other variables, which a document has once
 */
record BatchKey(LeadIQOperation operation, ApiKey key, Map<String, String> headers, ObjectNode sharedVariables) {

    static BatchKey of(PreparedCall call) {
        ObjectNode shared = call.variables().deepCopy();
        shared.remove(BatchTemplate.INPUT);
        return new BatchKey(
                call.operation(), call.options().key(), call.options().headers(), shared);
    }
}

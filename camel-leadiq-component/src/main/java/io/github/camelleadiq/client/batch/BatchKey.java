/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.ApiKey;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.PreparedCall;
import io.github.camelleadiq.client.document.BatchTemplate;
import java.util.Map;

/**
 * What lookups must have in common to share a request: all but their input and their selection.
 *
 * @param document the document, where its other variables are used below the lookup; else null
 * @param sharedVariables the values of those variables
 */
record BatchKey(
        LeadIQOperation operation,
        ApiKey key,
        Map<String, String> headers,
        String document,
        ObjectNode sharedVariables) {

    static BatchKey of(PreparedCall call) {
        if (call.document().batch().isMixable()) {
            return new BatchKey(
                    call.operation(), call.options().key(), call.options().headers(), null, null);
        }
        ObjectNode shared = call.variables().deepCopy();
        shared.remove(BatchTemplate.INPUT);
        return new BatchKey(
                call.operation(),
                call.options().key(),
                call.options().headers(),
                call.document().text(),
                shared);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * An operation to run.
 *
 * @param operation which one
 * @param selection what to ask for
 * @param arguments the operation's arguments by name, {@code input} among them
 * @param options how to treat it
 */
public record LeadIQRequest(LeadIQOperation operation, Selection selection, ObjectNode arguments, CallOptions options) {

    /** Not the arguments: they are personal data. */
    @Override
    public String toString() {
        return "LeadIQRequest[" + operation.graphqlName() + "]";
    }

    /**
     * How to treat a request.
     *
     * @param key the API key
     * @param keepPartialData whether data that comes with errors is an answer rather than a failure
     * @param headers further HTTP headers
     * @param cacheBypass whether to ask LeadIQ even if the cache has the answer; the new one replaces it there
     */
    public record CallOptions(ApiKey key, boolean keepPartialData, Map<String, String> headers, boolean cacheBypass) {

        public CallOptions(ApiKey key, boolean keepPartialData, Map<String, String> headers) {
            this(key, keepPartialData, headers, false);
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.internal.document.CompiledDocument;

/**
 * An operation that is checked and said in the words of one server: all that is left to do is to get the answer, from
 * wherever it is cheapest.
 *
 * @param request what the caller asked for
 * @param document the document for this server
 * @param variables the values for it; not to be changed
 * @param isPage whether it asks for one page of a list that is paged through
 */
public record PreparedCall(LeadIQRequest request, CompiledDocument document, ObjectNode variables, boolean isPage) {

    public PreparedCall(LeadIQRequest request, CompiledDocument document, ObjectNode variables) {
        this(request, document, variables, false);
    }

    public PreparedCall asPage() {
        return new PreparedCall(request, document, variables, true);
    }

    public LeadIQOperation operation() {
        return request.operation();
    }

    /**
     * Whether its answer can be kept or shared, and its request shared with others. Not that of a page: an old one beside
     * a new one would let records be missing or come twice, and a stream would hold on to more than its pages.
     */
    public boolean isLookup() {
        return operation().isLookup() && !isPage;
    }

    public CallOptions options() {
        return request.options();
    }

    /** Neither the key nor the values. */
    @Override
    public String toString() {
        return "PreparedCall[" + operation().graphqlName() + "]";
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LookupRequest;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.credit.CreditEstimate;
import java.util.List;
import java.util.Map;

/** LeadIQ, as the pipeline needs it. */
public interface LeadIQ {
    /**
     * Asks several questions of one kind.
     *
     * @param operation the component's operation, such as {@code searchPeople}
     * @param questions one for each record, with what to buy, such as {@code profile,email}
     * @return what came of each, in their order; failures among them
     */
    List<LookupResult> ask(String operation, List<LookupRequest> questions);

    /**
     * What a question can cost, at the component's prices. Sends nothing but, where the component is to ask for the prices of
     * the contract, that free question.
     *
     * @param operation the component's operation, such as {@code searchPeople}
     * @param dataPoints what would be bought, such as {@code profile,email}
     * @param input what would be asked
     * @throws LeadIQException if it cannot be asked
     */
    CreditEstimate estimate(String operation, String dataPoints, Map<String, Object> input);
}

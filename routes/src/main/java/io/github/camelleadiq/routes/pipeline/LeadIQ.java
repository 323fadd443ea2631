/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.credit.CreditEstimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** LeadIQ, as the pipeline needs it. */
public interface LeadIQ {
    /**
     * Asks several questions of one kind.
     *
     * @param operation the component's operation, such as {@code searchPeople}
     * @param dataPoints what to buy, such as {@code profile,email}
     * @param inputs one for each record
     */
    Answers ask(String operation, String dataPoints, List<Map<String, Object>> inputs);

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

    /** Whether LeadIQ answers at all, by a question that is free and about no record; true if that cannot be told. */
    default boolean isWell() {
        return true;
    }

    /**
     * What came of the questions.
     *
     * @param results one for each question, in their order; failures among them
     * @param credits what all of them cost together; 0 if unknown
     * @param sent whether LeadIQ was asked for any of it: what a cache answers says nothing about LeadIQ
     */
    record Answers(List<LookupResult> results, BigDecimal credits, boolean sent) {
        public Answers {
            results = List.copyOf(results);
        }
    }
}

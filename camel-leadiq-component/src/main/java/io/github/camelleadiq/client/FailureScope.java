/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/** How far a failure reaches: whether it is of use to ask for other records, and to ask for this one again. */
public enum FailureScope {

    /** This lookup alone: others get through, or nothing but this lookup was looked at. */
    ITEM,

    /** The request that carried it. Nothing tells whether the lookup or the server is the reason. */
    REQUEST,

    /** The server, the key, or its credits: others would fail as well. */
    SERVICE;

    /** What the kind of failure says by itself. */
    public static FailureScope of(LeadIQException failure) {
        if (failure instanceof LeadIQInvalidRequestException) {
            return ITEM;
        }
        if (failure instanceof LeadIQAuthenticationException
                || failure instanceof LeadIQInsufficientCreditsException
                || failure instanceof LeadIQCreditBudgetException
                || failure instanceof LeadIQCreditLedgerException
                || failure instanceof LeadIQRateLimitException) {
            return SERVICE;
        }
        return REQUEST;
    }
}

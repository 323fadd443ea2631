/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/** The credits of the account are used up. Buy more, or wait for the next billing period. */
public class LeadIQInsufficientCreditsException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    public LeadIQInsufficientCreditsException(String operation, String problem) {
        super(operation, problem, "leadiq:usage and leadiq:account show the balance, and both are free", null);
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }
}

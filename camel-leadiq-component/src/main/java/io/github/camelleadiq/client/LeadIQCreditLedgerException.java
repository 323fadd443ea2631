/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/** The credit ledger does not answer, so nothing was sent: what is not written down might be spent twice. */
public class LeadIQCreditLedgerException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    public LeadIQCreditLedgerException(String operation, Throwable cause) {
        super(operation, "the credit ledger failed", "check the database behind creditLedger", cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }
}

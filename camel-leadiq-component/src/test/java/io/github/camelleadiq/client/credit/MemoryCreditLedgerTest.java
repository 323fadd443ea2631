/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

class MemoryCreditLedgerTest extends LedgerContract {

    private final MemoryCreditLedger ledger = new MemoryCreditLedger();

    @Override
    LeadIQCreditLedger ledger() {
        return ledger;
    }
}

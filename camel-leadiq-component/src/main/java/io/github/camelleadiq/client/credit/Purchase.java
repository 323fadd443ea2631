/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** What a call has bought; the ledger, which knows what was bought before, asks it for the price. */
public interface Purchase {

    /** The data points whose earlier purchase matters. */
    Set<UnlockKey> keys();

    /**
     * The price, given what was bought before.
     *
     * @param known earlier purchases, those of {@link #keys()} at least, however long ago; not to be changed
     * @param reservedVersion version of the account when the call was reserved
     * @param settledVersion version of the account now
     */
    Bill bill(Map<UnlockKey, Unlock> known, long reservedVersion, long settledVersion);

    /** A purchase at a fixed price. */
    static Purchase of(BigDecimal credits, boolean uncertain) {
        return new Purchase() {
            @Override
            public Set<UnlockKey> keys() {
                return Set.of();
            }

            @Override
            public Bill bill(Map<UnlockKey, Unlock> known, long reservedVersion, long settledVersion) {
                return Bill.of(credits, uncertain);
            }
        };
    }

    /** This purchase, counted at least at this sum because the server may have charged for more than came back. */
    default Purchase atLeast(BigDecimal credits) {
        Purchase counted = this;
        return new Purchase() {
            @Override
            public Set<UnlockKey> keys() {
                return counted.keys();
            }

            @Override
            public Bill bill(Map<UnlockKey, Unlock> known, long reservedVersion, long settledVersion) {
                Bill bill = counted.bill(known, reservedVersion, settledVersion);
                return new Bill(
                        bill.credits().max(credits), bill.byDataPoint(), bill.unlocked(), bill.replaced(), true);
            }
        };
    }
}

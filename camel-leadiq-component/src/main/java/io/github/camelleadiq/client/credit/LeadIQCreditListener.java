/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.LeadIQOperation;

/** Is told what each call cost, for instance to feed metrics. Called on the thread that carries the answer: be quick. */
@FunctionalInterface
public interface LeadIQCreditListener {

    /** @param credits what is counted, also for a call that failed and may have been charged all the same */
    void spent(LeadIQOperation operation, CallCredits credits);
}

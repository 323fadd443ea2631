/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.credit;

/** The credits left on the key do not pay for the request; nothing was charged. */
public final class CreditsExhaustedException extends RuntimeException {
    public CreditsExhaustedException() {
        super("Insufficient credits");
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

/** What requests to HubSpot are authorized by. Safe for several threads. */
interface AccessTokens {
    /**
     * A token that is valid now.
     *
     * @throws HubSpotCallException if there is none
     */
    String token();

    /**
     * HubSpot has refused this one.
     *
     * @return whether {@link #token()} has another one now
     */
    boolean refused(String token);
}

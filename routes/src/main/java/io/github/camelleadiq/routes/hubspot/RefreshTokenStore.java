/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

/**
 * Keeps the refresh token of an OAuth app for longer than the process lives: HubSpot may answer a refresh with a new one,
 * and the old one may end. Where it is kept is the application's business: it is as good as a password.
 */
public interface RefreshTokenStore {
    /** The refresh token to use; null if none was stored, for the configured one. */
    String load();

    /** Keeps a new one. It is used when this returns, and not if this fails. */
    void store(String refreshToken);
}

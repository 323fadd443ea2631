/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who may come in. */
final class HubSpotTokens {
    private final Map<String, Long> appsByToken;

    /** @param appsByToken static tokens, each with the id of the app or key that it belongs to */
    HubSpotTokens(Map<String, Long> appsByToken) {
        this.appsByToken = new ConcurrentHashMap<>(appsByToken);
    }

    /**
     * Whom the value of an {@code Authorization} header lets in.
     *
     * @throws HubSpotException if nobody
     */
    Author author(String authorization) {
        String[] words = authorization == null ? new String[0] : authorization.split(" ", 2);
        Long app = words.length == 2 && words[0].equalsIgnoreCase("Bearer") ? appsByToken.get(words[1]) : null;
        if (app == null) {
            throw HubSpotException.of(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
        }
        return Author.app(app);
    }
}

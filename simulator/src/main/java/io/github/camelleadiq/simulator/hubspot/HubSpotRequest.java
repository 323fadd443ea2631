/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

/**
 * A request as it came in.
 *
 * @param path   without the query
 * @param inputs how many {@code inputs} it has, 0 if it has none
 */
public record HubSpotRequest(Kind kind, String method, String path, int inputs) {
    /** What a request is about. */
    public enum Kind {
        TOKEN,
        /** Records by their ids. */
        READ,
        WRITE,
        SEARCH,
        ASSOCIATIONS,
        /** Definitions of properties. */
        PROPERTIES,
        /** Account, limits and use. */
        ACCOUNT,
        OTHER
    }
}

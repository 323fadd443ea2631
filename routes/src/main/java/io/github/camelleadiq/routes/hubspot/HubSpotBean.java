/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

/** What all beans of the templates have. */
abstract class HubSpotBean {
    private HubSpotConnection connection;

    HubSpotApi api() {
        return connection.api();
    }

    final HubSpotConnection connection() {
        return connection;
    }

    /** How HubSpot is reached. */
    public final void setConnection(HubSpotConnection connection) {
        this.connection = connection;
    }
}

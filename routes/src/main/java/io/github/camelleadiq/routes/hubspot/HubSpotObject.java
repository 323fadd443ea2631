/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import java.util.Arrays;
import java.util.Optional;

/** The objects that can be enriched, by the names that HubSpot has for each. */
enum HubSpotObject {
    CONTACTS("contacts", "contact", "0-1"),
    COMPANIES("companies", "company", "0-2");

    private final String apiName;
    private final String singular;
    private final String typeId;

    HubSpotObject(String apiName, String singular, String typeId) {
        this.apiName = apiName;
        this.singular = singular;
        this.typeId = typeId;
    }

    /** As in paths of the API, and what profiles call it: {@code contacts}. */
    String apiName() {
        return apiName;
    }

    /** The object of a classic webhook, such as {@code contact.creation}; empty for all others. */
    static Optional<HubSpotObject> ofSingular(String singular) {
        return Arrays.stream(values())
                .filter(object -> object.singular.equals(singular))
                .findFirst();
    }

    /** The object of a generic webhook, by its {@code objectTypeId}; empty for all others. */
    static Optional<HubSpotObject> ofTypeId(String typeId) {
        return Arrays.stream(values())
                .filter(object -> object.typeId.equals(typeId))
                .findFirst();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Instant;
import java.util.List;

/**
 * Something that webhooks tell.
 *
 * @param property of a change of a property, else null
 * @param value    what it is now, empty if it was blanked
 * @param merge    of a merge, else null
 */
record PortalEvent(
        CrmObject type,
        Kind kind,
        long objectId,
        Instant at,
        Author author,
        String property,
        String value,
        Merge merge) {
    enum Kind {
        CREATION("creation"),
        PROPERTY_CHANGE("propertyChange"),
        DELETION("deletion"),
        RESTORE("restore"),
        MERGE("merge"),
        PRIVACY_DELETION("privacyDeletion");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As in the type of a subscription. */
        String word() {
            return word;
        }
    }

    /** The ids that are gone, the first of them that of the record whose values won, and how many values were moved. */
    record Merge(long primaryId, List<Long> mergedIds, int moved) {}
}

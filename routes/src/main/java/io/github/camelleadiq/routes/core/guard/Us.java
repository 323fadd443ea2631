/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

import io.github.camelleadiq.routes.core.RecordId;

/**
 * How the CRM calls us.
 *
 * @param clientId the tag that our writes carry, found in an event's origin as {@code client=<id>} between semicolons;
 *     null if there is none
 * @param userId the user that we write as, by its id; null where people write as this user too
 */
public record Us(String clientId, String userId) {
    public Us {
        userId = RecordId.of(userId);
    }
}

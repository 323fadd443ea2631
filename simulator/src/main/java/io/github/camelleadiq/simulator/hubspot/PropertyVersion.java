/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A value that a property has had. Empty once it has been blanked. */
record PropertyVersion(String value, Instant timestamp, Author author) {
    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("value", value);
        view.put("timestamp", timestamp.toString());
        view.put("sourceType", author.source());
        view.put("sourceId", author.sourceId());
        if (author.userId() != null) {
            view.put("updatedByUserId", author.userId());
        }
        return view;
    }
}

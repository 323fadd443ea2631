/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A change that becomes an event.
 *
 * @param values new values by field: all that are set for a new or restored record, the changed ones (null if blanked)
 *     for an update, none for a deletion
 */
public record Change(
        ObjectDef type, List<String> ids, WriteKind kind, Map<String, Object> values, WriteContext by, Instant at) {
    @Override
    public String toString() {
        return kind + " " + ids + " " + values.keySet();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import java.util.Map;

/**
 * One record to write.
 *
 * @param type   the object as the caller names it, or null to go by the id
 * @param id     null to create
 * @param fields what to set; null blanks a field
 */
public record WriteRequest(WriteKind kind, String type, String id, Map<String, Object> fields) {
    @Override
    public String toString() {
        return kind + " " + type + " " + id + " " + fields.keySet();
    }
}

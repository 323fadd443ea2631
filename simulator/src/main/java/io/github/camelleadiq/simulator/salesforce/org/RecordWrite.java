/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A write that took effect.
 *
 * @param client name of the API client, or null
 * @param before values of the fields that were sent, as they were
 * @param after  values of the same fields, as they are now
 */
public record RecordWrite(
        Instant at,
        String client,
        String userId,
        WriteKind kind,
        String type,
        String id,
        Map<String, Object> before,
        Map<String, Object> after) {

    /** The fields that have another value now, with it. */
    public Map<String, Object> changed() {
        Map<String, Object> changed = new LinkedHashMap<>(after);
        changed.entrySet().removeIf(e -> Objects.equals(before.get(e.getKey()), e.getValue()));
        return changed;
    }

    @Override
    public String toString() {
        return kind + " " + id + " by " + client + " " + after.keySet();
    }
}

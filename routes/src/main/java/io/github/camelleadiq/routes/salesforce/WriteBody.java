/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.core.CrmPatch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what is to change the way Salesforce reads it. Plain maps: a field that is not named here stays as it is. */
final class WriteBody {
    private WriteBody() {}

    static Map<String, Object> of(List<CrmPatch> patches) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("allOrNone", false);
        body.put("records", patches.stream().map(WriteBody::patch).toList());
        return body;
    }

    private static Map<String, Object> patch(CrmPatch patch) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("attributes", Map.of("type", patch.objectType()));
        fields.put("Id", patch.recordId());
        patch.stamps().forEach((name, value) -> fields.put(name, value(value)));
        patch.changes().forEach(change -> fields.put(change.field(), value(change.after())));
        return fields;
    }

    /** Null blanks the field. Several values of a picklist are one text. */
    static Object value(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MILLIS).toString();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(";"));
        }
        return value instanceof TemporalAccessor time ? time.toString() : String.valueOf(value);
    }
}

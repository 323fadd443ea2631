/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.stream;

import io.github.camelleadiq.simulator.salesforce.org.Change;
import io.github.camelleadiq.simulator.salesforce.org.WriteKind;
import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says a change the way change events do: a header, and the fields, those of compounds nested. */
final class ChangePayload {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ChangePayload() {}

    static Map<String, Object> of(Change change, String transactionKey, int sequenceNumber, long commitNumber) {
        List<String> changed = new ArrayList<>();
        List<String> nulled = new ArrayList<>();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("ChangeEventHeader", null);
        boolean update = change.kind() == WriteKind.UPDATE;
        change.values().forEach((name, value) -> {
            FieldDef field = change.type().field(name);
            put(payload, field, value);
            if (update) {
                changed.add(field.eventPath());
                if (value == null) {
                    nulled.add(field.eventPath());
                }
            }
        });
        Map<String, Object> header = header(
                change.type(), change.ids(), ChangeType.valueOf(change.kind().name()), change.at());
        header.put("changeOrigin", change.by().origin());
        header.put("sequenceNumber", sequenceNumber);
        header.put("commitUser", change.by().userId());
        transaction(header, transactionKey, commitNumber);
        header.put("changedFields", changed);
        header.put("nulledFields", nulled);
        payload.put("ChangeEventHeader", header);
        return payload;
    }

    /** Says that there was a change and not which. Its sequence number is 1 whatever its place in the transaction. */
    static Map<String, Object> gap(Change change, String transactionKey, long commitNumber) {
        ChangeType gap = ChangeType.valueOf("GAP_" + change.kind().name());
        Map<String, Object> header = header(change.type(), change.ids(), gap, change.at());
        header.put("commitUser", change.by().userId());
        transaction(header, transactionKey, commitNumber);
        return Map.of("ChangeEventHeader", header);
    }

    static void transaction(Map<String, Object> header, String transactionKey, long commitNumber) {
        header.put("transactionKey", transactionKey);
        header.put("commitNumber", commitNumber);
    }

    /** A header of something that no particular user did. */
    static Map<String, Object> header(ObjectDef type, List<String> ids, ChangeType what, Instant at) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("entityName", type.name());
        header.put("recordIds", ids);
        header.put("changeType", what.name());
        header.put("changeOrigin", "");
        header.put("transactionKey", "");
        header.put("sequenceNumber", 1);
        header.put("commitTimestamp", at.toEpochMilli());
        header.put("commitNumber", 0L);
        header.put("commitUser", "");
        header.put("nulledFields", List.of());
        header.put("diffFields", List.of());
        header.put("changedFields", List.of());
        return header;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> payload, FieldDef field, Object value) {
        int dot = field.eventPath().indexOf('.');
        if (dot < 0) {
            payload.put(field.eventPath(), toJson(value));
        } else {
            Map<String, Object> compound = (Map<String, Object>)
                    payload.computeIfAbsent(field.eventPath().substring(0, dot), c -> new LinkedHashMap<>());
            compound.put(field.eventPath().substring(dot + 1), toJson(value));
        }
    }

    /** The JSON writer of CometD knows no more than Java's own numbers. */
    private static Object toJson(Object value) {
        if (value instanceof Instant instant) {
            return TIME.format(instant);
        }
        if (value instanceof LocalDate) {
            return value.toString();
        }
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }
}

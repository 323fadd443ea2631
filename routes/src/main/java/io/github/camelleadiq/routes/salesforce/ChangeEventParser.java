/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Understands the events of Change Data Capture. */
public final class ChangeEventParser {
    private static final Map<String, ChangeKind> KINDS = Map.of(
            "CREATE", ChangeKind.CREATE,
            "UPDATE", ChangeKind.UPDATE,
            "DELETE", ChangeKind.DELETE,
            "UNDELETE", ChangeKind.UNDELETE,
            "GAP_CREATE", ChangeKind.GAP,
            "GAP_UPDATE", ChangeKind.GAP,
            "GAP_DELETE", ChangeKind.DELETE,
            "GAP_UNDELETE", ChangeKind.GAP,
            "GAP_OVERFLOW", ChangeKind.OVERFLOW);

    /**
     * Compound fields, which cannot be written but part by part: <a
     * href="https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/compound_fields.htm">Compound Fields</a>.
     */
    private static final String ADDRESS = "Address";

    private static final List<String> PARTS_OF_ADDRESSES =
            List.of("Street", "City", "State", "StateCode", "PostalCode", "Country", "CountryCode");

    private static final List<String> PARTS_OF_NAMES =
            List.of("FirstName", "LastName", "MiddleName", "Salutation", "Suffix");

    private ChangeEventParser() {}

    /**
     * Reads an event as camel-salesforce gives it with {@code rawPayload=true}.
     *
     * <p>Ids that stand for all records make the event an {@link ChangeKind#OVERFLOW}. A record that was merged into
     * another is gone; its event becomes a {@link ChangeKind#GAP} of the other one, which has got its values.
     *
     * @param source where it came from
     * @throws MalformedEventException if that is not possible
     */
    public static ChangeEvent parse(String json, String source) {
        JsonNode message = read(json);
        JsonNode data = message.has("data") ? message.path("data") : message;
        JsonNode payload = data.path("payload");
        JsonNode header = payload.path("ChangeEventHeader");
        if (!header.isObject()) {
            throw new MalformedEventException("An event without a header");
        }
        ChangeKind kind = KINDS.get(header.path("changeType").asText());
        if (kind == null) {
            throw new MalformedEventException("An event of no known change type");
        }
        String position = position(data);
        List<String> ids = ids(header);
        if (kind != ChangeKind.OVERFLOW && !ids.stream().allMatch(Soql::isId)) {
            kind = ChangeKind.OVERFLOW;
        }
        String key = dedupeKey(header, position, ids);
        String master = payload.path("MasterRecordId").asText("");
        if (kind == ChangeKind.DELETE && Soql.isId(master)) {
            kind = ChangeKind.GAP;
            ids = List.of(master);
        }
        return new ChangeEvent(
                source,
                position,
                key,
                object(header),
                kind == ChangeKind.OVERFLOW ? List.of() : ids,
                kind,
                changedFields(header),
                orNull(header.path("changeOrigin").asText()),
                orNull(header.path("commitUser").asText()),
                occurredAt(header));
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json == null ? "" : json);
        } catch (IOException e) {
            throw new MalformedEventException("An event that is not JSON");
        }
    }

    private static String position(JsonNode data) {
        JsonNode replayId = data.path("event").path("replayId");
        return replayId.isIntegralNumber() ? replayId.asText() : null;
    }

    private static List<String> ids(JsonNode header) {
        JsonNode ids = header.path("recordIds");
        if (!ids.isArray() || ids.isEmpty()) {
            throw new MalformedEventException("An event without record ids");
        }
        return Json.texts(ids).stream().distinct().toList();
    }

    /**
     * Events of one transaction have one key, and are counted: all but gap events, whose count is always 1 (Change Data
     * Capture Developer Guide, "Gap Events"). What kind of change it is and of which records tells those apart.
     */
    private static String dedupeKey(JsonNode header, String position, List<String> ids) {
        String transaction = header.path("transactionKey").asText();
        if (!transaction.isEmpty()) {
            return String.join(
                    ":",
                    transaction,
                    header.path("sequenceNumber").asText(),
                    header.path("commitNumber").asText(),
                    header.path("changeType").asText(),
                    UUID.nameUUIDFromBytes(String.join(",", ids).getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        if (position == null) {
            throw new MalformedEventException("An event that nothing tells from others");
        }
        return "replay:" + position;
    }

    /**
     * Names as events say them, and for parts of compounds also as the API says them: MailingAddress.City, MailingCity. A
     * compound that is named as a whole counts for all of its parts.
     */
    private static Set<String> changedFields(JsonNode header) {
        Set<String> fields = new LinkedHashSet<>();
        for (String field : Json.texts(header.path("changedFields"))) {
            fields.add(field);
            int address = field.indexOf(ADDRESS + ".");
            if (address >= 0) {
                fields.add(field.substring(0, address) + field.substring(address + ADDRESS.length() + 1));
            } else if (field.endsWith(ADDRESS)) {
                String prefix = field.substring(0, field.length() - ADDRESS.length());
                PARTS_OF_ADDRESSES.forEach(part -> fields.add(prefix + part));
            } else if (field.equals("Name")) {
                fields.addAll(PARTS_OF_NAMES);
            }
        }
        return fields;
    }

    private static Instant occurredAt(JsonNode header) {
        JsonNode millis = header.path("commitTimestamp");
        if (!millis.isIntegralNumber()) {
            throw new MalformedEventException("An event without a time");
        }
        return Instant.ofEpochMilli(millis.asLong());
    }

    private static String object(JsonNode header) {
        String name = header.path("entityName").textValue();
        if (!Soql.isObject(name)) {
            throw new MalformedEventException("An event without entityName, or with one that is no object's");
        }
        return name;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Puts what was bought later beside what was kept, record by record. Gives up rather than guess: when the answers
 * disagree on anything that both have, the world has moved on in between.
 */
final class AnswerMerge {

    private AnswerMerge() {}

    /** Both in one, or nothing when they do not belong together. */
    static Optional<JsonNode> of(JsonNode kept, JsonNode bought) {
        return Optional.ofNullable(join(kept, bought));
    }

    private static JsonNode join(JsonNode kept, JsonNode bought) {
        if (kept.isObject() && bought.isObject()) {
            return objects(kept, bought);
        }
        if (kept.isArray() && bought.isArray() && isRecords(kept) && isRecords(bought)) {
            return lists(kept, bought);
        }
        return kept.equals(bought) ? kept : null;
    }

    private static ObjectNode objects(JsonNode kept, JsonNode bought) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        kept.fields().forEachRemaining(member -> both.set(member.getKey(), member.getValue()));
        Iterator<Map.Entry<String, JsonNode>> members = bought.fields();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            JsonNode before = kept.get(member.getKey());
            JsonNode joined = before == null ? member.getValue() : join(before, member.getValue());
            if (joined == null) {
                return null;
            }
            both.set(member.getKey(), joined);
        }
        return both;
    }

    private static ArrayNode lists(JsonNode kept, JsonNode bought) {
        List<JsonNode> records = items(kept);
        List<SelectedField> identity = SelectionDifference.identity(records).orElse(null);
        if (identity == null || kept.size() != bought.size()) {
            return kept.isEmpty() && bought.isEmpty() ? (ArrayNode) kept : null;
        }
        Map<JsonNode, JsonNode> byIdentity = new HashMap<>();
        bought.forEach(record -> byIdentity.put(SelectionDifference.identityOf(record, identity), record));
        ArrayNode both = JsonNodeFactory.instance.arrayNode();
        for (JsonNode record : records) {
            JsonNode other = byIdentity.get(SelectionDifference.identityOf(record, identity));
            JsonNode joined = other == null ? null : join(record, other);
            if (joined == null) {
                return null;
            }
            both.add(joined);
        }
        return both;
    }

    private static boolean isRecords(JsonNode list) {
        return items(list).stream().allMatch(JsonNode::isObject);
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}

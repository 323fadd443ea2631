/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Handler;

/**
 * Writes records, 100 at a request (HubSpot's developer documentation, "Batch update"). Each record carries a trace id, by
 * which HubSpot writes the good ones and names the bad ones; the order of its answer means nothing. What an answer says
 * nothing of, and what a lost answer may have written, is read again and compared.
 */
public final class HubSpotWriter extends HubSpotBean {
    private static final int MOST = 100;
    private static final String TRACE = "objectWriteTraceId";
    /** Categories that are about the record or its values; all others can pass. */
    private static final Set<String> GONE = Set.of("OBJECT_NOT_FOUND");

    /**
     * Writes records of one object.
     *
     * @return the outcomes in the order of the patches
     */
    @Handler
    public List<WriteOutcome> write(@Body List<CrmPatch> patches) {
        Map<String, WriteOutcome> outcomes = new HashMap<>();
        WriteOutcome away = null;
        for (int from = 0; from < patches.size(); from += MOST) {
            List<CrmPatch> some = patches.subList(from, Math.min(patches.size(), from + MOST));
            for (CrmPatch patch : some) {
                if (away != null) {
                    outcomes.put(patch.recordId(), of(patch, away));
                }
            }
            if (away == null) {
                Map<String, WriteOutcome> written = writeSome(some);
                outcomes.putAll(written);
                boolean isAway = written.values().stream()
                        .allMatch(outcome -> outcome.status() == WriteOutcome.Status.UNAVAILABLE);
                away = isAway ? written.values().iterator().next() : null;
            }
        }
        return patches.stream().map(patch -> outcomes.get(patch.recordId())).toList();
    }

    private static WriteOutcome of(CrmPatch patch, WriteOutcome other) {
        return new WriteOutcome(patch.recordId(), other.status(), other.code(), other.message());
    }

    private Map<String, WriteOutcome> writeSome(List<CrmPatch> patches) {
        Map<String, String> recordByTrace = new LinkedHashMap<>();
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (CrmPatch patch : patches) {
            String trace = UUID.randomUUID().toString();
            recordByTrace.put(trace, patch.recordId());
            inputs.add(Map.of("id", patch.recordId(), "properties", properties(patch), TRACE, trace));
        }
        String objectType = patches.get(0).objectType();
        try {
            JsonNode answer = api().write(api().paths().batchUpdate(objectType), Map.of("inputs", inputs));
            return outcomes(patches, recordByTrace, answer);
        } catch (HubSpotCallException e) {
            if (e.isMaybeDone()) {
                return compared(
                        patches, new WriteOutcome("", WriteOutcome.Status.UNAVAILABLE, e.code(), e.getMessage()));
            }
            if (e.isRetryable()) {
                return all(patches, WriteOutcome.Status.UNAVAILABLE, e);
            }
            // one record or one property can have it refused as a whole
            return patches.size() == 1 ? all(patches, WriteOutcome.Status.INVALID, e) : halves(patches);
        }
    }

    private Map<String, WriteOutcome> halves(List<CrmPatch> patches) {
        int half = patches.size() / 2;
        Map<String, WriteOutcome> both = new HashMap<>(writeSome(patches.subList(0, half)));
        both.putAll(writeSome(patches.subList(half, patches.size())));
        return both;
    }

    private static Map<String, WriteOutcome> all(
            List<CrmPatch> patches, WriteOutcome.Status status, HubSpotCallException failure) {
        return patches.stream()
                .collect(Collectors.toMap(
                        CrmPatch::recordId,
                        patch -> new WriteOutcome(patch.recordId(), status, failure.code(), failure.getMessage())));
    }

    private Map<String, WriteOutcome> outcomes(
            List<CrmPatch> patches, Map<String, String> recordByTrace, JsonNode answer) {
        Map<String, WriteOutcome> outcomes = new HashMap<>();
        answer.path("errors").forEach(error -> refused(error, recordByTrace)
                .forEach(recordId -> outcomes.put(recordId, refusal(recordId, error))));
        Set<String> asked = Set.copyOf(recordByTrace.values());
        answer.path("results").forEach(result -> {
            String trace = result.path(TRACE).asText("");
            String recordId =
                    recordByTrace.getOrDefault(trace, result.path("id").asText());
            if (asked.contains(recordId)) {
                outcomes.putIfAbsent(recordId, WriteOutcome.written(recordId));
            }
        });
        List<CrmPatch> unknown = patches.stream()
                .filter(patch -> !outcomes.containsKey(patch.recordId()))
                .toList();
        if (!unknown.isEmpty()) {
            outcomes.putAll(compared(
                    unknown,
                    new WriteOutcome("", WriteOutcome.Status.RETRY_LATER, "NO_RESULT", "HubSpot says nothing of it")));
        }
        return outcomes;
    }

    /** The records that an error is about; none if it does not say. */
    private static Set<String> refused(JsonNode error, Map<String, String> recordByTrace) {
        Set<String> ids = new LinkedHashSet<>();
        error.path("context").path(TRACE).forEach(trace -> Optional.ofNullable(recordByTrace.get(trace.asText()))
                .ifPresent(ids::add));
        if (ids.isEmpty()) {
            error.path("context").path("ids").forEach(id -> {
                if (recordByTrace.containsValue(id.asText())) {
                    ids.add(id.asText());
                }
            });
        }
        return ids;
    }

    /** Codes and names of properties; what HubSpot says besides can hold values. */
    private static WriteOutcome refusal(String recordId, JsonNode error) {
        String category = error.path("category").asText("UNKNOWN");
        String code = error.path("subCategory").asText(category);
        Set<String> names = new TreeSet<>();
        error.path("context").path("propertyName").forEach(name -> names.add(name.asText()));
        Map<String, String> refused = names.stream().collect(Collectors.toMap(name -> name, name -> code));
        return new WriteOutcome(
                recordId,
                GONE.contains(category) ? WriteOutcome.Status.GONE : WriteOutcome.Status.INVALID,
                category,
                names.isEmpty() ? code : code + " of " + String.join(", ", names),
                refused);
    }

    /** Those that have the values by now are written; the others are as this says. */
    private Map<String, WriteOutcome> compared(List<CrmPatch> patches, WriteOutcome otherwise) {
        Map<String, WriteOutcome> outcomes = new HashMap<>();
        Map<String, CrmRecord> now = new HashMap<>();
        try {
            Set<String> names = patches.stream()
                    .flatMap(patch -> properties(patch).keySet().stream())
                    .collect(Collectors.toSet());
            reader().read(
                            patches.stream().map(CrmPatch::recordId).toList(),
                            patches.get(0).objectType(),
                            names)
                    .forEach(crmRecord -> now.put(crmRecord.id(), crmRecord));
        } catch (HubSpotCallException e) {
            // it stays unknown, and is looked at before the next write
            now.clear();
        }
        for (CrmPatch patch : patches) {
            CrmRecord crmRecord = now.get(patch.recordId());
            boolean isThere = crmRecord != null
                    && properties(patch).entrySet().stream()
                            .allMatch(value -> ValueHash.same(
                                    value.getValue(), crmRecord.fields().get(value.getKey())));
            outcomes.put(patch.recordId(), isThere ? WriteOutcome.written(patch.recordId()) : of(patch, otherwise));
        }
        return outcomes;
    }

    private HubSpotReader reader() {
        HubSpotReader reader = new HubSpotReader();
        reader.setConnection(connection());
        return reader;
    }

    /** As texts, an empty one to blank a property. */
    private static Map<String, String> properties(CrmPatch patch) {
        Map<String, String> properties = new LinkedHashMap<>();
        patch.changes().forEach(change -> properties.put(change.field(), text(change.after())));
        patch.stamps().forEach((field, value) -> properties.put(field, text(value)));
        return properties;
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}

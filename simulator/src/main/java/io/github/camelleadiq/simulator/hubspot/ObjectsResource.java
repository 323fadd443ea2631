/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Records in batches, by their ids. */
final class ObjectsResource {
    private static final int MOST = 100;
    private static final int MOST_WITH_HISTORY = 50;

    private final Portal portal;
    private final HubSpotFaults faults;
    private final int partialStatus;
    private final Random dice = new Random(0);

    /** @param partialStatus how a batch is answered of which something went wrong */
    ObjectsResource(Portal portal, HubSpotFaults faults, int partialStatus) {
        this.portal = portal;
        this.faults = faults;
        this.partialStatus = partialStatus;
    }

    HttpAnswer read(HubSpotCall call) {
        CrmObject type = call.object();
        Map<String, Object> body = call.json();
        List<String> properties = HubSpotCall.texts(body.get("properties"), "properties");
        List<String> withHistory = HubSpotCall.texts(body.get("propertiesWithHistory"), "propertiesWithHistory");
        refuseIdProperty(body);
        List<String> unknown = new ArrayList<>();
        // two ids of records that were merged give one result
        Map<Long, PortalRecord> found = new TreeMap<>();
        for (Map<String, Object> input : call.inputs(withHistory.isEmpty() ? MOST : MOST_WITH_HISTORY)) {
            String id = (String) input.get("id");
            PortalRecord record = portal.find(type, id);
            if (record == null) {
                unknown.add(id);
            } else {
                found.put(record.id(), record);
            }
        }
        List<Map<String, Object>> results = new ArrayList<>();
        for (PortalRecord record : found.values()) {
            Map<String, Object> view = view(record, properties, portal.now());
            if (!withHistory.isEmpty()) {
                view.put("propertiesWithHistory", history(record, withHistory));
            }
            results.add(view);
        }
        List<Map<String, Object>> errors = new ArrayList<>();
        if (!unknown.isEmpty()) {
            Map<String, Object> error = new LinkedHashMap<>(
                    HubSpotException.notFound(unknown.get(0)).view());
            error.put("context", Map.of("ids", unknown));
            errors.add(error);
        }
        return batch(results, errors);
    }

    HttpAnswer update(HubSpotCall call) {
        CrmObject type = call.object();
        List<Map<String, Object>> inputs = call.inputs(MOST);
        inputs.forEach(ObjectsResource::refuseIdProperty);
        List<String> traces = inputs.stream()
                .map(input -> input.get("objectWriteTraceId"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        HubSpotCall.unique(traces, "objectWriteTraceIds");
        boolean partly = traces.size() == inputs.size();
        List<Map<String, Object>> errors = new ArrayList<>();
        List<Map<String, Object>> good = new ArrayList<>();
        for (Map<String, Object> input : inputs) {
            try {
                portal.check(type, (String) input.get("id"), values(input), call.author());
                good.add(input);
            } catch (HubSpotException e) {
                if (!partly || e.isForAll()) {
                    throw e.status() == 404 ? HubSpotException.of(400, "VALIDATION_ERROR", e.getMessage()) : e;
                }
                errors.add(e.about("objectWriteTraceId", (String) input.get("objectWriteTraceId"))
                        .view());
            }
        }
        List<Map<String, Object>> results = new ArrayList<>();
        for (Map<String, Object> input : good) {
            HubSpotFaults.RecordFault fault = faults.pickRecordFault();
            if (fault == HubSpotFaults.RecordFault.UNNAMED) {
                errors.add(HubSpotException.of(400, "VALIDATION_ERROR", "An object could not be written")
                        .about("ids", "")
                        .view());
                continue;
            }
            Map<String, String> values = values(input);
            PortalRecord written = portal.update(type, (String) input.get("id"), values, call.author());
            if (fault != HubSpotFaults.RecordFault.LEFT_OUT) {
                Map<String, Object> view = view(written, values.keySet(), portal.now());
                if (partly) {
                    view.put("objectWriteTraceId", input.get("objectWriteTraceId"));
                }
                results.add(view);
            }
        }
        return batch(results, errors);
    }

    /** A record as answers show it, with its values at some time. */
    static Map<String, Object> view(PortalRecord record, Collection<String> asked, Instant at) {
        CrmObject type = record.type();
        Set<String> names = new LinkedHashSet<>(List.of(CrmObject.ID, CrmObject.CREATED, type.modified()));
        names.addAll(asked.isEmpty() ? type.shown() : asked);
        Map<String, String> values = new TreeMap<>();
        names.forEach(name -> values.put(name, record.value(name, at)));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", String.valueOf(record.id()));
        view.put("properties", values);
        view.put("createdAt", record.createdAt().toString());
        view.put("updatedAt", record.updatedAt().toString());
        view.put("archived", record.archived());
        return view;
    }

    private static Map<String, Object> history(PortalRecord record, List<String> names) {
        Map<String, Object> all = new TreeMap<>();
        for (String name : names) {
            List<PropertyVersion> newestFirst = new ArrayList<>(record.history(name));
            Collections.reverse(newestFirst);
            all.put(name, newestFirst.stream().map(PropertyVersion::view).toList());
        }
        return all;
    }

    private static void refuseIdProperty(Map<String, Object> of) {
        if (of.get("idProperty") != null) {
            throw HubSpotException.invalid("The simulator knows records by their ids only, not by another property");
        }
    }

    private static Map<String, String> values(Map<String, Object> input) {
        if (!(input.get("properties") instanceof Map<?, ?> properties)) {
            throw HubSpotException.invalid("Some required fields were not set: [properties]")
                    .forAll();
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            if (value == null || value instanceof Collection || value instanceof Map) {
                throw HubSpotException.invalid("Invalid input JSON: a value is not a text")
                        .forAll();
            }
            values.put((String) name, String.valueOf(value));
        });
        return values;
    }

    /** HubSpot keeps no order. */
    private HttpAnswer batch(List<Map<String, Object>> results, List<Map<String, Object>> errors) {
        Collections.shuffle(results, dice);
        return BatchAnswer.of(results, errors, partialStatus, portal.now());
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import io.github.camelleadiq.simulator.salesforce.org.FieldValues;
import io.github.camelleadiq.simulator.salesforce.org.Org;
import io.github.camelleadiq.simulator.salesforce.org.SaveResult;
import io.github.camelleadiq.simulator.salesforce.org.StoredRecord;
import io.github.camelleadiq.simulator.salesforce.org.Table;
import io.github.camelleadiq.simulator.salesforce.org.WriteKind;
import io.github.camelleadiq.simulator.salesforce.org.WriteRequest;
import io.github.camelleadiq.simulator.salesforce.soql.QueryRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many records in one request. */
final class CollectionsResource {
    private static final int MOST_WRITTEN = 200;
    private static final int MOST_READ = 2_000;
    private static final int MOST_CHUNKS = 10;

    private final Org org;

    CollectionsResource(Org org) {
        this.org = org;
    }

    HttpAnswer create(Call call) {
        return save(call, WriteKind.CREATE);
    }

    HttpAnswer update(Call call) {
        return save(call, WriteKind.UPDATE);
    }

    HttpAnswer delete(Call call) {
        Map<String, String> parameters = call.raw().parameters();
        List<WriteRequest> requests = Arrays.stream(
                        parameters.getOrDefault("ids", "").split(","))
                .map(id -> new WriteRequest(WriteKind.DELETE, null, id.strip(), Map.of()))
                .toList();
        return write(call, Boolean.parseBoolean(parameters.get("allOrNone")), requests);
    }

    /** By a body with ids and fields, or by parameters of the same names. */
    HttpAnswer retrieve(Call call) {
        Table table = RecordResource.table(org, call.group(1));
        boolean post = call.raw().method().equals("POST");
        List<String> ids = post ? strings(call.json().get("ids")) : parameter(call, "ids");
        List<String> fields = post ? strings(call.json().get("fields")) : parameter(call, "fields");
        if (ids.size() > MOST_READ) {
            throw tooMany(MOST_READ);
        }
        for (String field : fields) {
            if (table.type().field(field) == null) {
                throw RecordResource.noSuchColumn(field, table.type().name());
            }
        }
        List<Map<String, Object>> records = org.read(() -> {
            List<Map<String, Object>> views = new ArrayList<>();
            ids.forEach(id -> views.add(view(org.find(table.type().name(), id), fields, call.base())));
            return views;
        });
        return HttpAnswer.json(200, JsonBodies.bytes(records));
    }

    private static Map<String, Object> view(StoredRecord entry, List<String> fields, String base) {
        if (entry == null || entry.isDeleted()) {
            return null;
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("attributes", QueryRunner.attributes(entry, base));
        view.put("Id", entry.id());
        fields.forEach(field -> view.put(entry.type().field(field).name(), FieldValues.toJson(entry.get(field))));
        return view;
    }

    private HttpAnswer save(Call call, WriteKind kind) {
        Map<String, Object> body = call.json();
        if (!(body.get("records") instanceof List<?> records)) {
            throw new RestException(400, "JSON_PARSER_ERROR", "The body has no records", List.of());
        }
        List<WriteRequest> requests =
                records.stream().map(item -> request(kind, item)).toList();
        // one record that cannot be read refuses them all
        requests.stream()
                .filter(request -> org.table(request.type()) != null)
                .forEach(
                        request -> RecordResource.read(org.table(request.type()).type(), request.fields()));
        return write(call, Boolean.TRUE.equals(body.get("allOrNone")), requests);
    }

    private HttpAnswer write(Call call, boolean allOrNone, List<WriteRequest> requests) {
        if (requests.size() > MOST_WRITTEN) {
            throw tooMany(MOST_WRITTEN);
        }
        if (chunks(requests) > MOST_CHUNKS) {
            throw new RestException(
                    400,
                    "LIMIT_EXCEEDED",
                    "Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.",
                    List.of());
        }
        List<SaveResult> results = org.write(call.writeContext(), allOrNone, requests);
        return HttpAnswer.json(
                200,
                JsonBodies.bytes(results.stream().map(CollectionsResource::view).toList()));
    }

    private static int chunks(List<WriteRequest> requests) {
        int chunks = 0;
        String last = null;
        for (WriteRequest request : requests) {
            if (request.type() != null && !request.type().equalsIgnoreCase(last)) {
                last = request.type();
                chunks++;
            }
        }
        return chunks;
    }

    private static WriteRequest request(WriteKind kind, Object item) {
        if (!(item instanceof Map<?, ?> entry)
                || !(entry.get("attributes") instanceof Map<?, ?> attributes)
                || !(attributes.get("type") instanceof String type)) {
            throw new RestException(400, "INVALID_INPUT", "Each record needs attributes with a type", List.of());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        String id = null;
        for (Map.Entry<?, ?> field : entry.entrySet()) {
            String name = field.getKey().toString();
            if (name.equalsIgnoreCase("id") && kind == WriteKind.UPDATE) {
                id = String.valueOf(field.getValue());
            } else if (!name.equals("attributes")) {
                fields.put(name, field.getValue());
            }
        }
        if (kind == WriteKind.UPDATE && id == null) {
            throw new RestException(400, "MISSING_ARGUMENT", "Id not specified in an update call", List.of());
        }
        return new WriteRequest(kind, type, id, fields);
    }

    private static Map<String, Object> view(SaveResult result) {
        Map<String, Object> view = new LinkedHashMap<>();
        // a failed one comes without its id: callers go by position
        if (result.success()) {
            view.put("id", result.id());
        }
        view.put("success", result.success());
        view.put("errors", result.errors());
        return view;
    }

    private static List<String> strings(Object value) {
        if (!(value instanceof List<?> list)) {
            throw new RestException(400, "JSON_PARSER_ERROR", "ids and fields must be arrays", List.of());
        }
        return list.stream().map(String::valueOf).toList();
    }

    private static List<String> parameter(Call call, String name) {
        return List.of(call.raw().parameters().getOrDefault(name, "").split(","));
    }

    private static RestException tooMany(int most) {
        return new RestException(
                400,
                "EXCEEDED_MAX_SIZE_REQUEST",
                "record limit reached. cannot submit more than " + most + " records in this call",
                List.of());
    }
}

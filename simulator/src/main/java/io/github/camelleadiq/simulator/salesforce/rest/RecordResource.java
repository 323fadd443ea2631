/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import io.github.camelleadiq.simulator.salesforce.org.FieldValues;
import io.github.camelleadiq.simulator.salesforce.org.Org;
import io.github.camelleadiq.simulator.salesforce.org.SaveError;
import io.github.camelleadiq.simulator.salesforce.org.SaveResult;
import io.github.camelleadiq.simulator.salesforce.org.StoredRecord;
import io.github.camelleadiq.simulator.salesforce.org.Table;
import io.github.camelleadiq.simulator.salesforce.org.WriteKind;
import io.github.camelleadiq.simulator.salesforce.org.WriteRequest;
import io.github.camelleadiq.simulator.salesforce.schema.DescribeView;
import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.FieldType;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import io.github.camelleadiq.simulator.salesforce.soql.QueryRunner;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects and single records. */
final class RecordResource {
    private final Org org;

    RecordResource(Org org) {
        this.org = org;
    }

    HttpAnswer list(Call call) {
        return HttpAnswer.json(
                200,
                JsonBodies.bytes(Map.of(
                        "encoding",
                        "UTF-8",
                        "maxBatchSize",
                        200,
                        "sobjects",
                        org.types().stream()
                                .map(type -> DescribeView.brief(type, call.base()))
                                .toList())));
    }

    HttpAnswer describe(Call call) {
        return HttpAnswer.json(
                200,
                JsonBodies.bytes(DescribeView.full(table(org, call.group(1)).type(), call.base())));
    }

    HttpAnswer basics(Call call) {
        Map<String, Object> brief = DescribeView.brief(table(org, call.group(1)).type(), call.base());
        return HttpAnswer.json(200, JsonBodies.bytes(Map.of("objectDescribe", brief, "recentItems", List.of())));
    }

    HttpAnswer create(Call call) {
        SaveResult result = write(call, WriteKind.CREATE, null, call.json());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", result.id());
        answer.put("success", true);
        answer.put("errors", List.of());
        return HttpAnswer.json(201, JsonBodies.bytes(answer));
    }

    HttpAnswer update(Call call) {
        write(call, WriteKind.UPDATE, call.group(2), call.json());
        return HttpAnswer.bodiless(204);
    }

    HttpAnswer delete(Call call) {
        write(call, WriteKind.DELETE, call.group(2), Map.of());
        return HttpAnswer.bodiless(204);
    }

    HttpAnswer read(Call call) {
        Table table = table(org, call.group(1));
        String fields = call.raw().parameters().get("fields");
        return org.read(() -> {
            StoredRecord entry = org.find(table.type().name(), call.group(2));
            if (entry == null) {
                throw RestException.notFound();
            }
            if (entry.isDeleted()) {
                throw new RestException(404, "ENTITY_IS_DELETED", "entity is deleted", List.of());
            }
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("attributes", QueryRunner.attributes(entry, call.base()));
            Map<String, Object> all = entry.view();
            List<String> wanted = fields == null ? List.copyOf(all.keySet()) : List.of(fields.split(","));
            for (String field : wanted) {
                if (table.type().field(field) == null) {
                    throw noSuchColumn(field, table.type().name());
                }
                view.put(table.type().field(field).name(), FieldValues.toJson(entry.get(field)));
            }
            return HttpAnswer.json(200, JsonBodies.bytes(view));
        });
    }

    static Table table(Org org, String name) {
        Table table = org.table(name);
        if (table == null) {
            throw RestException.notFound();
        }
        return table;
    }

    static RestException noSuchColumn(String field, String type) {
        return new RestException(
                400, "INVALID_FIELD", "No such column '" + field + "' on sobject of type " + type, List.of());
    }

    /** @throws RestException if one of the fields is none of the object's, or holds what cannot be read as a value of it */
    static void read(ObjectDef type, Map<String, Object> fields) {
        fields.forEach((name, value) -> {
            FieldDef field = type.field(name);
            if (field == null) {
                throw noSuchColumn(name, type.name());
            }
            if (field.type() != FieldType.ADDRESS && !FieldValues.isReadable(field, value)) {
                throw new RestException(
                        400,
                        "JSON_PARSER_ERROR",
                        "Cannot deserialize instance of " + field.type().apiName() + " from " + token(value) + " value "
                                + value + " or request may be missing a required field at [line:1, column:1]",
                        List.of());
            }
        });
    }

    private static String token(Object value) {
        if (value instanceof Boolean is) {
            return is ? "VALUE_TRUE" : "VALUE_FALSE";
        }
        if (value instanceof Number) {
            return value instanceof BigDecimal ? "VALUE_NUMBER_FLOAT" : "VALUE_NUMBER_INT";
        }
        return value instanceof String ? "VALUE_STRING" : value instanceof List ? "START_ARRAY" : "START_OBJECT";
    }

    private SaveResult write(Call call, WriteKind kind, String id, Map<String, Object> body) {
        Table table = table(org, call.group(1));
        Map<String, Object> fields = new LinkedHashMap<>(body);
        fields.remove("attributes");
        read(table.type(), fields);
        SaveResult result = org.write(
                        call.writeContext(),
                        true,
                        List.of(new WriteRequest(kind, table.type().name(), id, fields)))
                .get(0);
        if (!result.success()) {
            SaveError first = result.errors().get(0);
            boolean missing = List.of("ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID")
                    .contains(first.statusCode());
            throw new RestException(missing && id != null ? 404 : 400, result.errors());
        }
        return result;
    }
}

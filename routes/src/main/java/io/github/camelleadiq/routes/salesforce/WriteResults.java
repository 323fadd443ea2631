/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Understands what became of each record of a write: HTTP 200 says nothing about that. */
final class WriteResults {
    /** Their messages are about fields or made by administrators; others repeat the value that was refused. */
    private static final Set<String> WITHOUT_VALUES = Set.of(
            "FIELD_CUSTOM_VALIDATION_EXCEPTION",
            "REQUIRED_FIELD_MISSING",
            "INVALID_FIELD",
            "INVALID_FIELD_FOR_INSERT_UPDATE",
            "INSUFFICIENT_ACCESS_OR_READONLY",
            "CANNOT_UPDATE_CONVERTED_LEAD");

    private WriteResults() {}

    /** Outcomes by position: a record that failed comes without its id. */
    static List<WriteOutcome> parse(List<CrmPatch> patches, JsonNode results) {
        if (!results.isArray() || results.size() != patches.size()) {
            return failed(
                    patches,
                    new SalesforceCallException(SalesforceErrors.UNREADABLE, 0, true, "not one result a record"));
        }
        List<WriteOutcome> outcomes = new ArrayList<>(patches.size());
        for (int i = 0; i < patches.size(); i++) {
            outcomes.add(outcome(patches.get(i).recordId(), results.get(i)));
        }
        return outcomes;
    }

    /** The same for all, after a request that failed as a whole. */
    static List<WriteOutcome> failed(List<CrmPatch> patches, SalesforceCallException failure) {
        WriteOutcome.Status status =
                failure.isRetryable() ? WriteOutcome.Status.UNAVAILABLE : WriteOutcome.Status.INVALID;
        return failed(patches, failure, status);
    }

    static List<WriteOutcome> failed(
            List<CrmPatch> patches, SalesforceCallException failure, WriteOutcome.Status status) {
        return patches.stream()
                .map(patch -> new WriteOutcome(patch.recordId(), status, failure.code(), failure.getMessage()))
                .toList();
    }

    private static WriteOutcome outcome(String recordId, JsonNode result) {
        if (result.path("success").asBoolean()) {
            return WriteOutcome.written(recordId);
        }
        JsonNode error = result.path("errors").path(0);
        String code = error.path("statusCode").asText(SalesforceErrors.UNREADABLE);
        List<String> fields = Json.texts(error.path("fields"));
        WriteOutcome.Status status =
                SalesforceErrors.status(code, fields, error.path("message").asText());
        return new WriteOutcome(recordId, status, code, message(code, fields, error));
    }

    private static String message(String code, List<String> fields, JsonNode error) {
        String about = fields.isEmpty() ? "" : "fields " + String.join(", ", fields);
        if (!WITHOUT_VALUES.contains(code)) {
            return about;
        }
        String says = error.path("message").asText();
        return about.isEmpty() ? says : says + " (" + about + ")";
    }
}

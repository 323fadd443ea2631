/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.PoisonIsolator;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final int FEW = 3;

    private WriteResults() {}

    /** Outcomes by position: a record that failed comes without its id. */
    static List<WriteOutcome> parse(List<CrmPatch> patches, JsonNode results) {
        if (!results.isArray() || results.size() != patches.size()) {
            SalesforceCallException failure =
                    new SalesforceCallException(SalesforceErrors.UNREADABLE, 0, true, "not one result a record");
            return patches.stream()
                    .map(patch -> outcome(patch, failure, WriteOutcome.Status.UNAVAILABLE))
                    .toList();
        }
        List<WriteOutcome> outcomes = new ArrayList<>(patches.size());
        for (int i = 0; i < patches.size(); i++) {
            outcomes.add(outcome(patches.get(i).recordId(), results.get(i)));
        }
        return outcomes;
    }

    /** Of a record that fails alone while others are taken. */
    static WriteOutcome ofPoison(PoisonIsolator.Failed<CrmPatch> failed) {
        SalesforceCallException failure = call(failed.failure());
        return outcome(
                failed.one(),
                failure,
                failure.isRetryable() ? WriteOutcome.Status.RETRY_LATER : WriteOutcome.Status.INVALID);
    }

    /**
     * Of a record where none was taken.
     *
     * @param records how many were tried: few that are refused can be to blame, and are given up in the end
     */
    static WriteOutcome ofUntold(PoisonIsolator.Failed<CrmPatch> failed, int records) {
        SalesforceCallException failure = call(failed.failure());
        // what is not made as it should be is not waited for without end, as an outage would be
        boolean canBeOfOne = !failure.isRetryable() && !SalesforceErrors.isOfEverybody(failure);
        boolean counts = failure.isUnexpected() || canBeOfOne && records <= FEW;
        return outcome(
                failed.one(), failure, counts ? WriteOutcome.Status.RETRY_LATER : WriteOutcome.Status.UNAVAILABLE);
    }

    /** Anything else is no answer of Salesforce's. */
    private static SalesforceCallException call(RuntimeException failure) {
        if (failure instanceof SalesforceCallException call) {
            return call;
        }
        throw failure;
    }

    private static WriteOutcome outcome(CrmPatch patch, SalesforceCallException failure, WriteOutcome.Status status) {
        return new WriteOutcome(patch.recordId(), status, failure.code(), failure.getMessage());
    }

    private static WriteOutcome outcome(String recordId, JsonNode result) {
        if (result.path("success").asBoolean()) {
            return WriteOutcome.written(recordId);
        }
        JsonNode error = result.path("errors").path(0);
        String code = code(error);
        List<String> fields = Json.texts(error.path("fields"));
        WriteOutcome.Status status =
                SalesforceErrors.status(code, fields, error.path("message").asText());
        return new WriteOutcome(recordId, status, code, message(code, fields, error), refused(result.path("errors")));
    }

    /** Empty unless fields are the only reason. */
    private static Map<String, String> refused(JsonNode errors) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (JsonNode error : errors) {
            String code = code(error);
            List<String> fields = Json.texts(error.path("fields"));
            if (fields.isEmpty() || !SalesforceErrors.isAboutFields(code)) {
                return Map.of();
            }
            String says = message(code, List.of(), error);
            fields.forEach(field -> refused.putIfAbsent(field, says.isEmpty() ? code : code + ": " + says));
        }
        return refused;
    }

    private static String code(JsonNode error) {
        return error.path("statusCode").asText(SalesforceErrors.UNREADABLE);
    }

    private static String message(String code, List<String> fields, JsonNode error) {
        String about = fields.isEmpty() ? "" : "fields " + String.join(", ", fields);
        String message = error.path("message").asText();
        String says = WITHOUT_VALUES.contains(code) ? message : SalesforceErrors.ofApex(code, message);
        if (says.isEmpty()) {
            return about;
        }
        return about.isEmpty() ? says : says + " (" + about + ")";
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

import io.github.camelleadiq.simulator.http.JsonBodies;
import io.github.camelleadiq.simulator.salesforce.org.SaveError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is refused as a whole. */
public final class RestException extends RuntimeException {
    private final int status;
    private final transient List<SaveError> errors;

    public RestException(int status, String errorCode, String message, List<String> fields) {
        this(status, List.of(new SaveError(errorCode, message, fields)));
    }

    RestException(int status, List<SaveError> errors) {
        super(errors.get(0).statusCode(), null, false, false);
        this.status = status;
        this.errors = errors;
    }

    static RestException notFound() {
        return new RestException(404, "NOT_FOUND", "The requested resource does not exist", List.of());
    }

    public int status() {
        return status;
    }

    /** The JSON that says so. */
    public byte[] body() {
        return JsonBodies.bytes(errors.stream().map(RestException::view).toList());
    }

    private static Map<String, Object> view(SaveError error) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("message", error.message());
        view.put("errorCode", error.statusCode());
        if (!error.fields().isEmpty()) {
            view.put("fields", error.fields());
        }
        return view;
    }
}

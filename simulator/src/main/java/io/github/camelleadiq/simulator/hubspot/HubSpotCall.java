/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.RawRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A request whose resource has been found.
 *
 * @param path   with the groups of its pattern
 * @param author who is let in
 */
record HubSpotCall(RawRequest raw, Matcher path, Author author) {
    CrmObject object() {
        try {
            return CrmObject.of(path.group(1));
        } catch (IllegalArgumentException e) {
            throw HubSpotException.of(404, "OBJECT_NOT_FOUND", "Unable to infer object type from: " + path.group(1));
        }
    }

    String group(int number) {
        return path.group(number);
    }

    Map<String, Object> json() {
        try {
            return raw.json();
        } catch (IOException e) {
            throw HubSpotException.invalid("Invalid input JSON on line 1, column 1");
        }
    }

    /** The {@code inputs} of a batch, one to so many. */
    List<Map<String, Object>> inputs(int most) {
        List<Map<String, Object>> inputs = objects(json().get("inputs"), "inputs");
        if (inputs.isEmpty()) {
            throw HubSpotException.invalid("No inputs were given");
        }
        if (inputs.size() > most) {
            throw HubSpotException.invalid("The maximum number of inputs supported in a batch request is " + most
                    + ", but received " + inputs.size());
        }
        inputs.forEach(input -> {
            if (!(input.get("id") instanceof String)) {
                throw HubSpotException.invalid("Some required fields were not set: [id]");
            }
        });
        unique(inputs.stream().map(input -> (String) input.get("id")).toList(), "ids");
        return inputs;
    }

    static void unique(Collection<String> values, String what) {
        if (new HashSet<>(values).size() < values.size()) {
            throw HubSpotException.invalid("Duplicate " + what + " found in batch input");
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Object value, String what) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
            throw HubSpotException.invalid("Invalid input JSON: " + what + " is not a list of objects");
        }
        return (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(Object value, String what) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw HubSpotException.invalid("Invalid input JSON: " + what + " is not a list of texts");
        }
        return (List<String>) value;
    }
}

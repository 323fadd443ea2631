/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import io.github.camelleadiq.simulator.http.JsonBodies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes one value out of a good answer. */
final class PartialDataFault {
    private PartialDataFault() {}

    static byte[] blank(byte[] answer, String path) {
        try {
            Map<String, Object> response = new LinkedHashMap<>(JsonBodies.object(answer));
            List<Object> steps = new ArrayList<>();
            for (String step : path.split("\\.")) {
                steps.add(step.matches("\\d+") ? (Object) Integer.valueOf(step) : step);
            }
            blank(response.get("data"), steps);
            List<Object> errors = new ArrayList<>();
            if (response.get("errors") instanceof List<?> others) {
                errors.addAll(others);
            }
            errors.add(Map.of("message", "Simulated partial failure", "path", steps));
            response.put("errors", errors);
            return JsonBodies.bytes(response);
        } catch (IOException e) {
            throw new IllegalStateException("The answer to blank is not JSON", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void blank(Object data, List<Object> steps) {
        Object parent = data;
        for (Object step : steps.subList(0, steps.size() - 1)) {
            parent = parent instanceof List<?> list
                    ? list.get((Integer) step)
                    : parent instanceof Map<?, ?> map ? map.get(step) : null;
        }
        Object last = steps.get(steps.size() - 1);
        if (parent instanceof List<?> list) {
            ((List<Object>) list).set((Integer) last, null);
        } else if (parent instanceof Map<?, ?> map) {
            ((Map<Object, Object>) map).put(last, null);
        }
    }
}

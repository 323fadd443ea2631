/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to a batch. */
final class BatchAnswer {
    private BatchAnswer() {}

    /** @param partialStatus if there are errors */
    static HttpAnswer of(
            List<Map<String, Object>> results, List<Map<String, Object>> errors, int partialStatus, Instant now) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", "COMPLETE");
        answer.put("results", results);
        answer.put("startedAt", now.toString());
        answer.put("completedAt", now.toString());
        if (!errors.isEmpty()) {
            answer.put("numErrors", errors.size());
            answer.put("errors", errors);
        }
        return HttpAnswer.json(errors.isEmpty() ? 200 : partialStatus, JsonBodies.bytes(answer));
    }
}

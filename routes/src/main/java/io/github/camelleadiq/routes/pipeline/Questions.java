/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.plan.Lookup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questions of one rung, those that can be asked together grouped. */
final class Questions {
    private Questions() {}

    /** One record's question. */
    record Question(RecordContext item, Lookup lookup) {}

    /**
     * Groups questions by their operation.
     *
     * @param lookups the questions of a record, best first
     * @param rung which of them
     */
    static Map<String, List<Question>> of(
            Stream<RecordContext> items, Function<RecordContext, List<Lookup>> lookups, int rung) {
        return items.filter(item -> lookups.apply(item).size() > rung)
                .map(item -> new Question(item, lookups.apply(item).get(rung)))
                .collect(Collectors.groupingBy(
                        question -> question.lookup().operation(), LinkedHashMap::new, Collectors.toList()));
    }
}

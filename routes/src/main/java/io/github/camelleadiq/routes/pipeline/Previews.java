/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LookupRequest;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.model.SearchPeoplePreviewResult;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.plan.Lookup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What the free preview has come to.
 *
 * @param batch with the plans of those who were found: without what LeadIQ does not have
 * @param unknown the ids of the records for which LeadIQ has no person
 */
record Previews(Batch batch, Set<String> unknown) {
    /** @param previews the questions about an open record, best first */
    static Previews ask(Batch batch, Function<RecordContext, List<Lookup>> previews) {
        Batch asked = batch;
        Set<String> unknown = new HashSet<>();
        Set<String> found = new HashSet<>();
        Set<String> failed = new HashSet<>();
        for (int rung = 0; ; rung++) {
            var groups = Questions.of(asked.open().filter(item -> !found.contains(item.recordId())), previews, rung);
            if (groups.isEmpty()) {
                unknown.removeAll(found);
                unknown.removeAll(failed);
                return new Previews(asked, unknown);
            }
            for (var group : groups.entrySet()) {
                Map<String, RecordContext> changed = new HashMap<>();
                ask(batch.setup(), group.getKey(), group.getValue()).forEach((item, preview) -> {
                    if (preview == null) {
                        failed.add(item.recordId());
                    } else if (preview.personId() == null) {
                        unknown.add(item.recordId());
                    } else {
                        found.add(item.recordId());
                        // answered: the previews of the plan, which this drops, are not needed again
                        EnrichmentPlan plan = item.plan().afterPreview(preview.hasEmail(), preview.hasPhone());
                        changed.put(item.recordId(), item.with(plan).with(PlanStep.fate(plan.outcome())));
                    }
                });
                asked = asked.replacing(changed);
            }
        }
    }

    /** The answers; null for one that failed, which leaves everything open: the look-up will tell what is the matter. */
    private static Map<RecordContext, SearchPeoplePreviewResult> ask(
            PipelineContext setup, String operation, List<Questions.Question> questions) {
        List<LookupResult> answers = setup.leadIQ()
                .ask(
                        operation,
                        questions.stream()
                                .map(question ->
                                        new LookupRequest(question.lookup().input(), null))
                                .toList());
        Map<RecordContext, SearchPeoplePreviewResult> previews = new IdentityHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            previews.put(
                    questions.get(i).item(),
                    answers.get(i).result() instanceof SearchPeoplePreviewResult preview ? preview : null);
        }
        return previews;
    }
}

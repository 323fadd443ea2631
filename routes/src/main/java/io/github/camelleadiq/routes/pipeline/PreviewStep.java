/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.model.SearchPeoplePreviewResult;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks for free what LeadIQ has, where the profile wants that, and buys only what may be there. */
public final class PreviewStep implements Step {
    @Override
    public Batch apply(Batch batch) {
        Batch asked = batch;
        Set<String> answered = new HashSet<>();
        for (int rung = 0; ; rung++) {
            var groups = Questions.of(
                    asked.open().filter(item -> !answered.contains(item.recordId())),
                    item -> item.plan().previews(),
                    rung);
            if (groups.isEmpty()) {
                return asked;
            }
            for (var group : groups.entrySet()) {
                asked = asked.replacing(ask(asked.setup(), group.getKey(), group.getValue(), answered));
            }
        }
    }

    /** A preview that fails leaves everything open: the look-up will tell what is the matter. */
    private static Map<String, Item> ask(
            Setup setup, Questions.Group group, List<Questions.Question> questions, Set<String> answered) {
        LeadIQ.Answers answers = setup.leadIQ()
                .ask(
                        group.operation(),
                        null,
                        questions.stream()
                                .map(question -> question.lookup().input())
                                .toList());
        Map<String, Item> changed = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Item item = questions.get(i).item();
            if (answers.results().get(i).result() instanceof SearchPeoplePreviewResult preview
                    && preview.personId() != null) {
                answered.add(item.recordId());
                // answered: the previews of the plan, which this drops, are not needed again
                EnrichmentPlan plan = item.plan().afterPreview(preview.hasEmail(), preview.hasPhone());
                changed.put(item.recordId(), item.with(plan).with(PlanStep.fate(plan.outcome())));
            }
        }
        return changed;
    }
}

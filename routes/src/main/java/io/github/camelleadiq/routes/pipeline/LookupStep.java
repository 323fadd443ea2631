/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LookupRequest;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.model.CompanySearchResult;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.match.Matcher;
import io.github.camelleadiq.routes.core.plan.Lookup;
import io.github.camelleadiq.routes.core.plan.Rung;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks LeadIQ. All records of a batch go together, each with the data points that it lacks; the next rung of identifiers is
 * only for those who found nothing, or no one whom the record means. Those that come again with their answers, after a
 * write that failed for instance, are not asked about.
 */
public final class LookupStep implements Step {
    private static final String PEOPLE = "searchPeople";

    @Override
    public Batch apply(Batch batch) {
        PipelineContext setup = batch.setup();
        Batch answered = lookUp(batch);
        if (setup.mode().writes()) {
            answered.open().filter(item -> !setup.answers().isRecalled(item)).forEach(setup.answers()::keep);
        }
        return answered;
    }

    private static Batch lookUp(Batch batch) {
        Budget budget = Budget.of(batch);
        Batch asked = batch;
        List<RecordContext> waiting = batch.open()
                .filter(item -> !batch.setup().answers().isRecalled(item))
                .toList();
        while (!waiting.isEmpty()) {
            Set<String> next = budget.next(waiting);
            if (next.isEmpty()) {
                return budget.end(asked, waiting);
            }
            asked = ask(asked, next, budget);
            budget.spent(of(asked, next).toList());
            waiting = waiting.stream()
                    .filter(item -> !next.contains(item.recordId()))
                    .toList();
            if (of(asked, next).allMatch(item -> item.fate().comesAgain())) {
                return budget.leave(asked, waiting, "LeadIQ has not answered");
            }
        }
        return asked;
    }

    private static Stream<RecordContext> of(Batch batch, Set<String> ids) {
        return batch.items().stream().filter(item -> ids.contains(item.recordId()));
    }

    private static Batch ask(Batch batch, Set<String> ids, Budget budget) {
        Batch asked = batch;
        for (int rung = 0; ; rung++) {
            Set<String> goOn = goingOn(asked, ids, rung, budget);
            var groups = Questions.of(
                    asked.open().filter(item -> goOn.contains(item.recordId())),
                    item -> item.plan().lookups(),
                    rung);
            if (groups.isEmpty()) {
                return asked;
            }
            for (var group : groups.entrySet()) {
                asked = asked.replacing(ask(asked, group.getKey(), group.getValue()));
            }
        }
    }

    /**
     * Who of these found nothing, and who found only what is refused, as far as the budget lets them: what they have been
     * answered is paid for, and the budget counted on one answer each.
     */
    private static Set<String> goingOn(Batch batch, Set<String> ids, int rung, Budget budget) {
        List<RecordContext> open = of(batch, ids)
                .filter(item -> item.isOpen() && item.plan().lookups().size() > rung)
                .toList();
        Set<String> goOn = open.stream()
                .filter(item -> item.candidates().isEmpty())
                .map(RecordContext::recordId)
                .collect(Collectors.toCollection(HashSet::new));
        BigDecimal free = budget.left();
        if (free != null) {
            for (RecordContext item : of(batch, ids).toList()) {
                boolean isYetToPay = goOn.contains(item.recordId());
                free = free.subtract(item.credits()).subtract(isYetToPay ? budget.most(item) : BigDecimal.ZERO);
            }
        }
        for (RecordContext item : open) {
            if (!item.candidates().isEmpty() && isRefused(batch.setup(), item)) {
                BigDecimal cost = free == null
                        ? null
                        : budget.most(item, item.plan().lookups().get(rung));
                boolean isAffordable = cost == null || cost.compareTo(free) <= 0;
                free = cost == null || !isAffordable ? free : free.subtract(cost);
                if (isAffordable) {
                    goOn.add(item.recordId());
                }
            }
        }
        return goOn;
    }

    private static boolean isRefused(PipelineContext setup, RecordContext item) {
        try {
            return Matcher.match(item.crmRecord(), setup.profile(), item.candidates()) instanceof MatchResult.TooLow;
        } catch (RuntimeException e) {
            // the step that matches tells it of this record alone
            return false;
        }
    }

    private static Map<String, RecordContext> ask(Batch batch, String operation, List<Questions.Question> questions) {
        PipelineContext setup = batch.setup();
        List<LookupResult> answers = setup.leadIQ()
                .ask(
                        operation,
                        questions.stream()
                                .map(question -> new LookupRequest(
                                        input(question.lookup(), setup.options()),
                                        question.item().plan().dataPointsOption()))
                                .toList());
        Map<String, BigDecimal> bought = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            BigDecimal credits = answers.get(i).credits();
            if (credits != null) {
                bought.merge(questions.get(i).item().recordId(), credits, BigDecimal::add);
            }
        }
        WriteAheadLog.bought(batch, bought);
        Failures failures = Failures.of(setup, operation, questions, answers);
        Map<String, RecordContext> changed = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Questions.Question question = questions.get(i);
            changed.put(question.item().recordId(), settle(failures, question, answers.get(i)));
        }
        return changed;
    }

    /** A question as it is sent. */
    static Map<String, Object> input(Lookup lookup, PipelineOptions options) {
        if (!lookup.operation().equals(PEOPLE)) {
            return lookup.input();
        }
        Map<String, Object> input = new LinkedHashMap<>(lookup.input());
        input.put("limit", mostPeople(lookup, options));
        return input;
    }

    /** Each person answered is billed: one where the identifier is of one person, a few where it can be of several. */
    private static int mostPeople(Lookup lookup, PipelineOptions options) {
        return lookup.rung().isOfSeveral() ? options.candidates() : 1;
    }

    private static RecordContext settle(Failures failures, Questions.Question question, LookupResult answer) {
        RecordContext item =
                answer.credits() == null ? question.item() : question.item().spent(answer.credits());
        if (answer.failure() != null) {
            return item.with(failures.fate(item.recordId(), answer));
        }
        List<Candidate> candidates = new ArrayList<>(item.candidates());
        candidates.addAll(candidates(answer.result(), question.lookup().rung()));
        return item.with(candidates);
    }

    private static List<Candidate> candidates(Object answer, Rung rung) {
        if (answer instanceof SearchResult people) {
            return Candidate.people(people.results(), rung);
        }
        return answer instanceof CompanySearchResult companies
                ? Candidate.companies(companies.results(), rung)
                : List.of();
    }
}

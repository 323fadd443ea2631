/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.model.CompanySearchResult;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.match.Matcher;
import io.github.camelleadiq.routes.core.plan.Lookup;
import io.github.camelleadiq.routes.core.plan.Rung;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks LeadIQ. Records with the same questions go together, so that an exchange buys the same data points for all of its
 * records; the next rung of identifiers is only for those who found nothing, or nobody whom the record means.
 */
public final class LookupStep implements Step {
    private static final String PEOPLE = "searchPeople";
    private static final int DECIMALS = 6;

    @Override
    public Batch apply(Batch batch) {
        Batch asked = Budget.check(batch);
        BigDecimal left = Budget.left(asked);
        Blame blame = new Blame(batch.setup());
        for (int rung = 0; ; rung++) {
            Set<String> goOn = goingOn(asked, rung, left);
            var groups = Questions.of(
                    asked.open().filter(item -> goOn.contains(item.recordId())),
                    item -> item.plan().lookups(),
                    rung);
            if (groups.isEmpty()) {
                return blame.apply(asked);
            }
            for (var group : groups.entrySet()) {
                asked = asked.replacing(ask(asked.setup(), blame, group.getKey(), group.getValue()));
            }
        }
    }

    /**
     * Who found nothing, and who found only what is refused, as far as the budget lets them: what they have been answered is
     * paid for, and the check before it counted on one answer each.
     */
    private static Set<String> goingOn(Batch batch, int rung, BigDecimal left) {
        Options options = batch.setup().options();
        List<Item> open =
                batch.open().filter(item -> item.plan().lookups().size() > rung).toList();
        Set<String> goOn = open.stream()
                .filter(item -> item.candidates().isEmpty())
                .map(Item::recordId)
                .collect(Collectors.toCollection(HashSet::new));
        BigDecimal free = left;
        if (left != null) {
            for (Item item : batch.items()) {
                boolean isYetToPay = goOn.contains(item.recordId());
                free = free.subtract(item.credits())
                        .subtract(isYetToPay ? Budget.most(item, options) : BigDecimal.ZERO);
            }
        }
        for (Item item : open) {
            if (!item.candidates().isEmpty() && isRefused(batch.setup(), item)) {
                BigDecimal cost = Budget.most(item, item.plan().lookups().get(rung), options);
                boolean isAffordable = free == null || cost.compareTo(free) <= 0;
                free = free == null || !isAffordable ? free : free.subtract(cost);
                if (isAffordable) {
                    goOn.add(item.recordId());
                }
            }
        }
        return goOn;
    }

    private static boolean isRefused(Setup setup, Item item) {
        try {
            return Matcher.match(item.crmRecord(), setup.profile(), item.candidates()) instanceof MatchResult.TooLow;
        } catch (RuntimeException e) {
            // the step that matches tells it of this record alone
            return false;
        }
    }

    private static Map<String, Item> ask(
            Setup setup, Blame blame, Questions.Group group, List<Questions.Question> asked) {
        List<Questions.Question> questions = setup.gate().isInDoubt() ? shuffled(asked) : asked;
        LeadIQ.Answers answers = setup.leadIQ()
                .ask(
                        group.operation(),
                        group.dataPoints(),
                        questions.stream()
                                .map(question -> input(question.lookup(), setup.options()))
                                .toList());
        Map<String, Item> changed = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Questions.Question question = questions.get(i);
            changed.put(
                    question.item().recordId(),
                    settle(blame, question, answers.results().get(i), answers.sent()));
        }
        bill(changed, found(questions, changed), answers.credits());
        return changed;
    }

    /** When a request fails as a whole, its first few records are tried alone: they must not be the same bad ones ever. */
    private static List<Questions.Question> shuffled(List<Questions.Question> questions) {
        List<Questions.Question> shuffled = new ArrayList<>(questions);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    private static Map<String, Object> input(Lookup lookup, Options options) {
        if (!lookup.operation().equals(PEOPLE)) {
            return lookup.input();
        }
        Map<String, Object> input = new LinkedHashMap<>(lookup.input());
        input.put("limit", mostPeople(lookup, options));
        return input;
    }

    /** Each person answered is billed: one where the identifier is of one person, a few where it can be of several. */
    static int mostPeople(Lookup lookup, Options options) {
        return lookup.rung().isOfSeveral() ? options.candidates() : 1;
    }

    private static Item settle(Blame blame, Questions.Question question, LookupResult answer, boolean sent) {
        if (answer.failure() != null) {
            return blame.failed(question, answer.failure());
        }
        if (sent) {
            blame.answered();
        }
        List<Candidate> candidates = new ArrayList<>(question.item().candidates());
        candidates.addAll(candidates(answer.result(), question.lookup().rung()));
        return question.item().with(candidates);
    }

    /** Whose question was answered with something. */
    private static List<Item> found(List<Questions.Question> questions, Map<String, Item> changed) {
        return questions.stream()
                .filter(question ->
                        changed.get(question.item().recordId()).candidates().size()
                                > question.item().candidates().size())
                .map(question -> changed.get(question.item().recordId()))
                .toList();
    }

    private static List<Candidate> candidates(Object answer, Rung rung) {
        if (answer instanceof SearchResult people) {
            return Candidate.people(people.results(), rung);
        }
        return answer instanceof CompanySearchResult companies
                ? Candidate.companies(companies.results(), rung)
                : List.of();
    }

    /** Shares out what the exchange cost: all of its records asked for the same, and who found nothing paid nothing. */
    private static void bill(Map<String, Item> items, List<Item> paying, BigDecimal credits) {
        if (credits.signum() == 0 || items.isEmpty()) {
            return;
        }
        List<Item> payers = paying.isEmpty() ? List.copyOf(items.values()) : paying;
        BigDecimal share = credits.divide(BigDecimal.valueOf(payers.size()), DECIMALS, RoundingMode.DOWN);
        BigDecimal rest = credits.subtract(share.multiply(BigDecimal.valueOf(payers.size())));
        for (Item payer : payers) {
            items.put(payer.recordId(), payer.spent(share.add(rest)));
            rest = BigDecimal.ZERO;
        }
    }
}

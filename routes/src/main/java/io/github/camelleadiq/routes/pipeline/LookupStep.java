/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.model.CompanySearchResult;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.plan.Lookup;
import io.github.camelleadiq.routes.core.plan.Rung;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks LeadIQ. Records with the same questions go together, so that an exchange buys the same data points for all of its
 * records; the next rung of identifiers is only for those who found nothing.
 */
public final class LookupStep implements Step {
    private static final Set<Rung> BY_NAME = Set.of(Rung.NAME_AND_DOMAIN, Rung.NAME_AND_COMPANY);
    private static final String PEOPLE = "searchPeople";
    private static final int DECIMALS = 6;

    @Override
    public Batch apply(Batch batch) {
        Batch asked = Budget.check(batch);
        Blame blame = new Blame(batch.setup());
        for (int rung = 0; ; rung++) {
            var groups = Questions.of(
                    asked.open().filter(item -> item.candidates().isEmpty()),
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
        bill(changed, answers.credits());
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

    /** Each person answered is billed: one where the identifier is of one person, a few where it is a name. */
    static int mostPeople(Lookup lookup, Options options) {
        return BY_NAME.contains(lookup.rung()) ? options.candidates() : 1;
    }

    private static Item settle(Blame blame, Questions.Question question, LookupResult answer, boolean sent) {
        if (answer.failure() != null) {
            return blame.failed(question, answer.failure());
        }
        if (sent) {
            blame.answered();
        }
        return question.item()
                .with(candidates(answer.result(), question.lookup().rung()));
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
    private static void bill(Map<String, Item> items, BigDecimal credits) {
        List<Item> paying = items.values().stream()
                .filter(item -> !item.candidates().isEmpty())
                .toList();
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

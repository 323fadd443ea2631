/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.match.Matcher;
import io.github.camelleadiq.routes.core.merge.Merger;
import io.github.camelleadiq.routes.core.plan.Lookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the search for a lead is: one question after the other, the most precise first, until a person is found whom the row
 * means. For use by one thread at a time.
 */
public final class Search {

    /** Each person answered is billed: two show that a name is that of several. */
    private static final int SEVERAL = 2;

    private final Lead lead;
    private final Rules rules;
    private final List<Candidate> candidates = new ArrayList<>();
    private int asked;

    public Search(Lead lead, Rules rules) {
        this.lead = lead;
        this.rules = rules;
    }

    /** Whether there is another question, and a reason to ask it: no one was found, or only people whom the row cannot mean. */
    public boolean goesOn() {
        return asked < lead.plan().lookups().size() && (candidates.isEmpty() || match() instanceof MatchResult.TooLow);
    }

    /** The next question. */
    public Map<String, Object> question() {
        Lookup lookup = lead.plan().lookups().get(asked);
        Map<String, Object> question = new HashMap<>(lookup.input());
        question.put("limit", lookup.rung().isOfSeveral() ? SEVERAL : 1);
        return question;
    }

    /** The answer to the question. */
    public void answered(List<PersonRecord> people) {
        candidates.addAll(
                Candidate.people(people, lead.plan().lookups().get(asked).rung()));
        asked++;
    }

    /** What came of it. */
    public MatchResult match() {
        return Matcher.match(lead.crmRecord(), lead.profile(), candidates);
    }

    /** What a match has for the columns; nothing if there is none. */
    public List<FieldChange> values(MatchResult match) {
        return Merger.merge(lead.crmRecord(), lead.profile(), lead.plan(), match, rules.describe(), Instant.now())
                .patch()
                .changes();
    }
}

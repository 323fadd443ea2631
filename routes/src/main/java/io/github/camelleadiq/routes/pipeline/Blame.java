/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.client.LeadIQException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whose fault it is when questions of a batch fail: the record's, which is given up in the end, or everybody's, which
 * nobody is given up for. A gateway that answers HTTP 400 or a web page for an hour looks, to each single record, as if
 * the record were bad.
 */
final class Blame {
    /** So many bad records, and not one good, would be a strange batch. */
    private static final int STRANGE = 3;

    private static final Fate UNDECIDED = new Fate.Later("LeadIQ has not answered", false);

    private final Setup setup;
    private final Map<String, LeadIQException> failures = new LinkedHashMap<>();
    private final Map<LeadIQException, Set<Map<String, Object>>> questions = new IdentityHashMap<>();
    private boolean answered;
    private Boolean well;

    Blame(Setup setup) {
        this.setup = setup;
    }

    /** LeadIQ itself has answered a question. */
    void answered() {
        answered = true;
        setup.gate().answered();
    }

    /** Whether questions have failed, and none was answered. */
    boolean isNobodyAnswered() {
        return !failures.isEmpty() && !answered;
    }

    /** Stops the record; what becomes of it is decided when all have been asked. */
    Item failed(Questions.Question question, LeadIQException failure) {
        failures.put(question.item().recordId(), failure);
        questions
                .computeIfAbsent(failure, none -> new HashSet<>())
                .add(question.lookup().input());
        return question.item().with(UNDECIDED);
    }

    /** The batch with the fates of those whose questions failed. */
    Batch apply(Batch batch) {
        Map<String, Item> decided = new HashMap<>();
        for (Item item : batch.items()) {
            LeadIQException failure = failures.get(item.recordId());
            if (failure != null) {
                decided.put(item.recordId(), item.with(fate(failure)));
            }
        }
        return batch.replacing(decided);
    }

    private Fate fate(LeadIQException failure) {
        if (Failures.isUnanswered(failure) && answered && isOfOneQuestion(failure)) {
            return Failures.ofRecord(failure);
        }
        if (!Failures.isAboutRecord(failure) || isOwn(failure)) {
            return Failures.react(setup, failure);
        }
        setup.gate().doubt();
        return Failures.reactForAll(setup, failure);
    }

    private boolean isOwn(LeadIQException failure) {
        return isOfOneQuestion(failure)
                && (answered || (failures.size() <= STRANGE && (!failure.mayHaveBeenProcessed() || isWell())));
    }

    /** Otherwise a request failed as a whole, and it was not found out for whom. */
    private boolean isOfOneQuestion(LeadIQException failure) {
        return questions.get(failure).size() == 1;
    }

    /** Something harmless tells an outage from a record that LeadIQ cannot read. */
    private boolean isWell() {
        if (well == null) {
            well = setup.leadIQ().isWell();
        }
        return well;
    }
}

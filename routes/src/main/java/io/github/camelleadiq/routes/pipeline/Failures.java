/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQCreditBudgetException;
import io.github.camelleadiq.client.LeadIQCreditLedgerException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.routes.state.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the failed questions of a list mean for their records and for the pipeline. */
final class Failures {
    private enum Reaction {
        /** LeadIQ does not answer: no record's fault, wait a little. */
        OUTAGE,
        /** LeadIQ will not answer before a person does something: wait long. */
        STOP,
        /** The record's question is wrong. */
        REJECTED,
        /** This server has no words for the question: its schema has changed. */
        UNSUPPORTED,
        /** Something is the matter with this record or its answer. */
        TRY_AGAIN;

        /** What it means if it is not about the record. */
        Reaction ofEverybody() {
            return switch (this) {
                case OUTAGE, TRY_AGAIN -> OUTAGE;
                case STOP, REJECTED, UNSUPPORTED -> STOP;
            };
        }
    }

    private static final Map<Class<? extends LeadIQException>, Reaction> REACTIONS = Map.of(
            LeadIQRateLimitException.class, Reaction.OUTAGE,
            LeadIQServerException.class, Reaction.OUTAGE,
            LeadIQTransportException.class, Reaction.OUTAGE,
            LeadIQCreditLedgerException.class, Reaction.OUTAGE,
            LeadIQCreditBudgetException.class, Reaction.STOP,
            LeadIQInsufficientCreditsException.class, Reaction.STOP,
            LeadIQAuthenticationException.class, Reaction.STOP,
            LeadIQInvalidRequestException.class, Reaction.REJECTED);

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final PipelineContext setup;
    private final boolean works;
    /** Records of which it is not known that they are the reason. */
    private final Set<String> outage;

    private Failures(PipelineContext setup, boolean works, Set<String> outage) {
        this.setup = setup;
        this.works = works;
        this.outage = outage;
    }

    /** Takes note of who was answered and who was not. */
    static Failures of(
            PipelineContext setup, String operation, List<Questions.Question> questions, List<LookupResult> answers) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).failure() == null) {
                passed.add(questions.get(i).item().recordId());
            }
        }
        boolean works = !passed.isEmpty();
        Map<String, String> failed = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            LookupResult answer = answers.get(i);
            // where others are answered, only what is a record's own is held against it
            if (answer.failure() != null && (!works || answer.scope() == FailureScope.ITEM)) {
                failed.put(questions.get(i).item().recordId(), code(answer.failure()));
            }
        }
        return new Failures(setup, works, setup.gate().outage(operation, passed, failed));
    }

    /** The fate of a record whose question failed; closes the gate where everybody has to wait. */
    Disposition fate(String recordId, LookupResult failed) {
        LeadIQException failure = failed.failure();
        Reaction reaction = reaction(failure);
        String reason = reason(failure);
        // what a schema lacks is known: that few others are there says nothing about the server
        boolean reachesOthers = failed.scope() != FailureScope.ITEM && reaction != Reaction.UNSUPPORTED;
        if (reachesOthers || outage.contains(recordId)) {
            close(reaction.ofEverybody(), failure);
            return new Disposition.Later(reason, false);
        }
        // its own: it is given up one day, whatever it is that LeadIQ fails with
        return switch (reaction) {
            case REJECTED -> works ? new Disposition.Dead(Outcome.FAILED, reason) : new Disposition.Later(reason, true);
            // not soon: a schema changes by a release
            case UNSUPPORTED ->
                new Disposition.Later(reason, true, setup.options().creditsPause());
            case OUTAGE, STOP, TRY_AGAIN -> new Disposition.Later(reason, true);
        };
    }

    /** What tells this failure from others that the same list could have. */
    private static String code(LeadIQException failure) {
        String kind = failure.getClass().getName();
        return failure instanceof LeadIQGraphQLException answered
                ? answered.getErrors().stream()
                        .findFirst()
                        .map(error -> kind + " " + error.extensions().get("code"))
                        .orElse(kind)
                : kind;
    }

    /** The component's messages quote nothing that was sent. */
    private static String reason(LeadIQException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static Reaction reaction(LeadIQException failure) {
        if (failure instanceof LeadIQInvalidRequestException refused && refused.isUnsupportedByServer()) {
            return Reaction.UNSUPPORTED;
        }
        Reaction known = REACTIONS.get(failure.getClass());
        if (known != null) {
            return known;
        }
        return failure.isTransient() ? Reaction.OUTAGE : Reaction.TRY_AGAIN;
    }

    private void close(Reaction reaction, LeadIQException failure) {
        PipelineOptions options = setup.options();
        Duration pause = reaction == Reaction.STOP ? options.creditsPause() : options.outagePause();
        if (setup.gate().isOpen()) {
            LOG.warn("Enrichment of {} pauses for {}: {}", setup.profile().object(), pause, failure.getMessage());
        }
        setup.gate().close(pause);
    }
}

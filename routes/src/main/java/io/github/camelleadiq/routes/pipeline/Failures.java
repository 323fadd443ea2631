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
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.routes.state.Outcome;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failed question means for its record and for the pipeline. */
final class Failures {
    private enum Reaction {
        /** LeadIQ does not answer: no record's fault, wait a little. */
        OUTAGE,
        /** LeadIQ will not answer before a person does something: wait long. */
        STOP,
        /** The record's question is wrong. */
        REJECTED,
        /** Something is the matter with this record or its answer. */
        TRY_AGAIN;

        /** What it means if it is not about the record. */
        Reaction ofEverybody() {
            return switch (this) {
                case OUTAGE, TRY_AGAIN -> OUTAGE;
                case STOP, REJECTED -> STOP;
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

    private Failures() {}

    /**
     * The fate of a record whose question failed; closes the gate where everybody has to wait.
     *
     * @param works whether another question of the same list was answered
     */
    static Disposition fate(PipelineContext setup, String recordId, LookupResult failed, boolean works) {
        LeadIQException failure = failed.failure();
        Reaction reaction = reaction(failure);
        // what comes one by one can fail one by one in an outage of look-ups alone, while all else works
        boolean isOutage = !works
                && reaction != Reaction.REJECTED
                && setup.gate().isOfSeveral(recordId, failure.getClass().getName());
        if (works && failed.scope() == FailureScope.ITEM) {
            setup.gate().blame(recordId);
        }
        if (failed.scope() != FailureScope.ITEM || isOutage) {
            return fate(setup, failure, reaction.ofEverybody());
        }
        // its own: it is given up one day, whatever it is that LeadIQ fails with
        return reaction == Reaction.REJECTED
                ? new Disposition.Dead(Outcome.FAILED, reason(failure))
                : new Disposition.Later(reason(failure), true);
    }

    private static Disposition fate(PipelineContext setup, LeadIQException failure, Reaction reaction) {
        String reason = reason(failure);
        return switch (reaction) {
            case OUTAGE -> {
                close(setup, setup.options().outagePause(), failure);
                yield new Disposition.Later(reason, false);
            }
            case STOP -> {
                close(setup, setup.options().creditsPause(), failure);
                yield new Disposition.Later(reason, false);
            }
            case REJECTED -> new Disposition.Dead(Outcome.FAILED, reason);
            case TRY_AGAIN -> new Disposition.Later(reason, true);
        };
    }

    /** The component's messages quote nothing that was sent. */
    private static String reason(LeadIQException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static Reaction reaction(LeadIQException failure) {
        Reaction known = REACTIONS.get(failure.getClass());
        if (known != null) {
            return known;
        }
        return failure.isTransient() ? Reaction.OUTAGE : Reaction.TRY_AGAIN;
    }

    private static void close(PipelineContext setup, Duration pause, LeadIQException failure) {
        if (setup.gate().isOpen()) {
            LOG.warn("Enrichment of {} pauses for {}: {}", setup.profile().object(), pause, failure.getMessage());
        }
        setup.gate().close(pause);
    }
}

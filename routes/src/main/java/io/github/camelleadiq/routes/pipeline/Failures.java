/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

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
        /** LeadIQ does not answer: nobody's fault, wait a little. */
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

    /** Whether the failure says that something is the matter with the record, rightly or not. */
    static boolean isAboutRecord(LeadIQException failure) {
        Reaction reaction = reaction(failure);
        return reaction != reaction.ofEverybody();
    }

    /** Whether LeadIQ had the question and failed, which can be for its sake or for everybody. */
    static boolean isUnanswered(LeadIQException failure) {
        return failure instanceof LeadIQServerException
                || (failure instanceof LeadIQTransportException && failure.mayHaveBeenProcessed());
    }

    /** The fate of a record whose question fails while others are answered. */
    static Fate ofRecord(LeadIQException failure) {
        return new Fate.Later(reason(failure), true);
    }

    /** The fate of a record whose own question failed; closes the gate where everybody has to wait. */
    static Fate react(Setup setup, LeadIQException failure) {
        return fate(setup, failure, reaction(failure));
    }

    /** The fate of a record whose question failed for no fault of its own; closes the gate. */
    static Fate reactForAll(Setup setup, LeadIQException failure) {
        return fate(setup, failure, reaction(failure).ofEverybody());
    }

    private static Fate fate(Setup setup, LeadIQException failure, Reaction reaction) {
        String reason = reason(failure);
        return switch (reaction) {
            case OUTAGE -> {
                close(setup, setup.options().outagePause(), failure);
                yield new Fate.Later(reason, false);
            }
            case STOP -> {
                close(setup, setup.options().creditsPause(), failure);
                yield new Fate.Later(reason, false);
            }
            case REJECTED -> new Fate.Dead(Outcome.FAILED, reason);
            case TRY_AGAIN -> new Fate.Later(reason, true);
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

    private static void close(Setup setup, Duration pause, LeadIQException failure) {
        if (setup.gate().isOpen()) {
            LOG.warn("Enrichment of {} pauses for {}: {}", setup.profile().object(), pause, failure.getMessage());
        }
        setup.gate().close(pause);
    }
}

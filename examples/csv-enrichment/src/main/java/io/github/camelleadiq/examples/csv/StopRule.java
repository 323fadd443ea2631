/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQProtocolException;
import io.github.camelleadiq.client.LeadIQTransportException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides when it is of no use to go on: the rows that follow would fail in the same way. */
final class StopRule {

    private static final int FAILURES_IN_A_ROW = 10;

    private static final List<Predicate<Throwable>> HOPELESS = List.of(
            LeadIQAuthenticationException.class::isInstance,
            LeadIQInsufficientCreditsException.class::isInstance,
            failure -> failure instanceof LeadIQTransportException transport && !transport.mayHaveBeenProcessed(),
            failure -> !(failure instanceof LeadIQException));

    /** What says more of the address or the network than of a row, as long as there was no answer at all. */
    private static final List<Predicate<Throwable>> HOPELESS_AT_FIRST =
            List.of(LeadIQTransportException.class::isInstance, LeadIQProtocolException.class::isInstance);

    private String reason;
    private boolean anyAnswer;
    private boolean outputLost;
    private int failuresInARow;

    synchronized void answered() {
        anyAnswer = true;
        failuresInARow = 0;
    }

    synchronized void failed(Throwable failure) {
        if (failure instanceof LeadIQInvalidRequestException) {
            return;
        }
        failuresInARow++;
        if (is(HOPELESS, failure) || !anyAnswer && is(HOPELESS_AT_FIRST, failure)) {
            stop(failure instanceof LeadIQException ? failure.getMessage() : "unexpected " + failure);
        } else if (failuresInARow == FAILURES_IN_A_ROW) {
            stop(FAILURES_IN_A_ROW + " lookups in a row failed, the last one so: " + failure.getMessage());
        }
    }

    /** Nothing more is looked up. The first reason counts. */
    synchronized void stop(String why) {
        if (reason == null) {
            reason = why;
        }
    }

    /** Nothing more is even read, because there is nowhere to write it. */
    synchronized void stopReading(String why) {
        stop(why);
        outputLost = true;
    }

    /** Why no more is looked up, if so. */
    synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    synchronized boolean isReadingStopped() {
        return outputLost;
    }

    private static boolean is(List<Predicate<Throwable>> kinds, Throwable failure) {
        return kinds.stream().anyMatch(kind -> kind.test(failure));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQException;
import java.util.concurrent.CompletionException;

/**
 * What became of one call.
 *
 * @param answer what came back, or null when it failed
 * @param failure why it failed, or null
 * @param scope how far the failure reaches, or null
 * @param credits what the call cost, also if it failed; null when nothing was counted
 */
public record CallOutcome(CallResult answer, LeadIQException failure, FailureScope scope, CallCredits credits) {

    public static CallOutcome of(CallResult answer) {
        return new CallOutcome(answer, null, null, null);
    }

    /** A failure of which nothing is known but its kind. */
    public static CallOutcome failed(LeadIQException failure) {
        return new CallOutcome(null, failure, FailureScope.of(failure), null);
    }

    /** @throws CompletionException with the cause, when it is none that LeadIQ or a rule of ours is the reason of */
    public static CallOutcome failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof LeadIQException known) {
            return failed(known);
        }
        throw new CompletionException(cause);
    }

    public boolean isFailure() {
        return failure != null;
    }

    /** This failure, of which more is known now. */
    public CallOutcome reaching(FailureScope known) {
        return new CallOutcome(answer, failure, known, credits);
    }

    /** This outcome with what it cost. */
    public CallOutcome costing(CallCredits cost) {
        return new CallOutcome(answer, failure, scope, cost);
    }

    /** This outcome for a call that had no part in getting it: it took no request, and cost nothing. */
    public CallOutcome shared() {
        return new CallOutcome(
                answer == null ? null : answer.shared(), failure, scope, credits == null ? null : CallCredits.NONE);
    }

    /** This outcome with what another request for the same lookup took and cost. */
    public CallOutcome after(CallOutcome earlier) {
        CallResult both = answer == null || earlier.answer == null ? answer : answer.after(earlier.answer);
        return new CallOutcome(both, failure, scope, CallCredits.sum(credits, earlier.credits));
    }
}

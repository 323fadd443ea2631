/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.LookupOutcome;
import io.github.camelleadiq.client.internal.credit.FreeCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Tells a lookup that LeadIQ fails at from a LeadIQ that fails at everything, where nothing else was asked that could
 * tell: by a question that costs nothing and is about no person.
 */
public final class Liveness {

    /** So many lookups that fail, and not one that gets through, are a sign of an outage. */
    private static final int FEW = 3;

    /** A request is scarce, and a list seldom comes alone. */
    private static final Duration HOLDS = Duration.ofSeconds(10);

    private final FreeCalls free;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private CompletableFuture<Boolean> answer;

    public Liveness(FreeCalls free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /** The outcomes of a list, with what can be said of those that failed without a clear reason. */
    public CompletableFuture<List<LookupOutcome>> judge(List<LookupOutcome> outcomes, CallOptions options) {
        boolean gotThrough = outcomes.stream()
                .anyMatch(outcome ->
                        outcome.response() != null && !outcome.response().cacheHit());
        long failed = outcomes.stream()
                .filter(outcome -> outcome.scope() == FailureScope.REQUEST || outcome.scope() == FailureScope.ITEM)
                .count();
        if (gotThrough || failed == 0) {
            return CompletableFuture.completedFuture(outcomes);
        }
        if (failed > FEW) {
            // even what is refused before it is sent: the server's schema may have changed, or a step of the route is
            // wrong
            return CompletableFuture.completedFuture(with(FailureScope.REQUEST, outcomes));
        }
        return outcomes.stream().noneMatch(outcome -> outcome.scope() == FailureScope.REQUEST)
                ? CompletableFuture.completedFuture(outcomes)
                : isAlive(options).thenApply(alive -> alive ? with(FailureScope.ITEM, outcomes) : outcomes);
    }

    /** Those that failed for themselves, or for an unknown reason, with this scope. */
    private static List<LookupOutcome> with(FailureScope scope, List<LookupOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.scope() == null || outcome.scope() == FailureScope.SERVICE
                        ? outcome
                        : new LookupOutcome(null, outcome.failure(), scope, outcome.credits()))
                .toList();
    }

    private synchronized CompletableFuture<Boolean> isAlive(CallOptions options) {
        Instant now = clock.instant();
        if (answer == null || !now.isBefore(askedAt.plus(HOLDS))) {
            askedAt = now;
            answer = free.call(LeadIQOperation.USAGE, JsonNodeFactory.instance.objectNode(), options)
                    .handle((usage, failure) -> failure == null);
        }
        return answer;
    }
}

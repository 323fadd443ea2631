/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.credit.FreeCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Tells a lookup that LeadIQ fails at from a LeadIQ that fails at everything, where nothing else was asked that could
 * tell: by a question that costs nothing and is about nobody.
 */
final class Liveness {

    /** So many lookups that fail, and not one that gets through, are a sign of an outage. */
    private static final int FEW = 3;

    /** A request is scarce, and a list seldom comes alone. */
    private static final Duration HOLDS = Duration.ofSeconds(10);

    private final FreeCalls free;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private CompletableFuture<Boolean> answer;

    Liveness(FreeCalls free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /** The outcomes of a list, with what can be said of those that failed without a clear reason. */
    CompletableFuture<List<LookupOutcome>> judge(List<LookupOutcome> outcomes, CallOptions options) {
        long unclear = outcomes.stream()
                .filter(outcome -> outcome.scope() == FailureScope.REQUEST)
                .count();
        boolean gotThrough = outcomes.stream()
                .anyMatch(outcome ->
                        outcome.response() != null && !outcome.response().cacheHit());
        if (unclear == 0 || unclear > FEW || gotThrough) {
            return CompletableFuture.completedFuture(outcomes);
        }
        return isAlive(options).thenApply(alive -> alive ? blamed(outcomes) : outcomes);
    }

    private static List<LookupOutcome> blamed(List<LookupOutcome> outcomes) {
        List<LookupOutcome> blamed = new ArrayList<>();
        for (LookupOutcome outcome : outcomes) {
            boolean unclear = outcome.scope() == FailureScope.REQUEST;
            blamed.add(
                    unclear
                            ? new LookupOutcome(null, outcome.failure(), FailureScope.ITEM, outcome.credits())
                            : outcome);
        }
        return blamed;
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

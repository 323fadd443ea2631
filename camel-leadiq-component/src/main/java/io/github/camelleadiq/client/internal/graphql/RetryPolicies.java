/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import dev.failsafe.RetryPolicy;
import io.github.camelleadiq.client.LeadIQClientConfig;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.OperationKind;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** What is repeated, how often and when: a mutation only when the server has certainly not acted on it. */
final class RetryPolicies {

    private static final Map<OperationKind, Predicate<LeadIQException>> REPEATABLE = Map.of(
            OperationKind.QUERY,
            LeadIQException::isTransient,
            OperationKind.MUTATION,
            failure -> failure.isTransient() && !failure.mayHaveBeenProcessed());

    private RetryPolicies() {}

    static boolean isRepeatable(OperationKind kind, LeadIQException failure) {
        return REPEATABLE.get(kind).test(failure);
    }

    static <R> RetryPolicy<R> of(OperationKind kind, LeadIQClientConfig config) {
        RetryDelay delay = new RetryDelay(config.retryDelay(), config.maxRetryDelay(), () -> ThreadLocalRandom.current()
                .nextDouble());
        return RetryPolicy.<R>builder()
                .handleIf((sent, failure) -> failure instanceof LeadIQException known && isRepeatable(kind, known))
                .withMaxRetries(config.maxRetries())
                .withDelayFn(context -> delay.after(context.getAttemptCount(), context.getLastException()))
                .build();
    }
}

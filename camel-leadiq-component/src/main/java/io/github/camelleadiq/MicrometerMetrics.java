/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQMetrics;
import io.github.camelleadiq.client.LeadIQOperation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.CamelContext;

/** Counts what the clients do in Micrometer's meters. The only class that needs Micrometer. */
final class MicrometerMetrics implements LeadIQMetrics {

    /** Where camel-micrometer looks for the registry first. */
    private static final String REGISTRY_NAME = "metricsRegistry";

    private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";
    private static final String OPERATION = "operation";

    private final MeterRegistry registry;

    private MicrometerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Meters in the registry of the context; nothing without Micrometer, or without a registry. */
    static LeadIQMetrics of(CamelContext context) {
        return context.getClassResolver().resolveClass(MICROMETER) == null ? LeadIQMetrics.NONE : Lookup.in(context);
    }

    /** Loaded only where Micrometer is there. */
    private static final class Lookup {
        static LeadIQMetrics in(CamelContext context) {
            MeterRegistry named = context.getRegistry().lookupByNameAndType(REGISTRY_NAME, MeterRegistry.class);
            MeterRegistry registry =
                    named != null ? named : context.getRegistry().findSingleByType(MeterRegistry.class);
            return registry == null ? LeadIQMetrics.NONE : new MicrometerMetrics(registry);
        }
    }

    @Override
    public void requested(String operation, Duration waited) {
        Timer.builder("leadiq.requests")
                .description("Requests that were sent, repetitions included, and how long they waited for their turn")
                .tag(OPERATION, operation)
                .register(registry)
                .record(waited);
    }

    @Override
    public void rateLimited(String operation) {
        count("leadiq.rate.limited", "Answers that there were too many requests", operation);
    }

    @Override
    public void batched(String operation, int lookups) {
        DistributionSummary.builder("leadiq.batch.size")
                .description("Lookups that share a request")
                .tag(OPERATION, operation)
                .register(registry)
                .record(lookups);
    }

    @Override
    public void called(LeadIQOperation operation) {
        count("leadiq.calls", "Calls of operations, each record of a list by itself", operation.graphqlName());
    }

    @Override
    public void answeredByCache(LeadIQOperation operation) {
        count("leadiq.cache.hits", "Calls that the cache answered", operation.graphqlName());
    }

    @Override
    public void coalesced(LeadIQOperation operation) {
        count("leadiq.coalesced", "Calls that shared the request of an equal one", operation.graphqlName());
    }

    @Override
    public void failed(LeadIQOperation operation, LeadIQException failure) {
        Counter.builder("leadiq.failures")
                .description("Calls that failed after all repetitions")
                .tag(OPERATION, operation.graphqlName())
                .tag("exception", failure.getClass().getSimpleName())
                .register(registry)
                .increment();
    }

    @Override
    public void spent(LeadIQOperation operation, CallCredits credits) {
        credits.byDataPoint().forEach((point, amount) -> Counter.builder("leadiq.credits")
                .description("Credits spent")
                .baseUnit("credits")
                .tag(OPERATION, operation.graphqlName())
                .tag("data.point", point.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment(amount.doubleValue()));
    }

    private void count(String name, String description, String operation) {
        Counter.builder(name)
                .description(description)
                .tag(OPERATION, operation)
                .register(registry)
                .increment();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.camelleadiq.client.RateLimitConfig;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Where the permits of a key come from: a bucket in this JVM, or one in a database.
 *
 * @param bucket holds the permits
 * @param executor where the bucket may be asked: it blocks when it lives in a database
 * @param config what the bucket is filled by
 * @param shared whether other JVMs take from it too
 */
record TokenBucket(Bucket bucket, Executor executor, RateLimitConfig config, boolean shared) {

    private static final String SHARED_KEY_PREFIX = "leadiq:";
    private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();
    /** A database keeps time in milliseconds: asking again sooner would only be the same question. */
    private static final long SHORTEST_WAIT = 1_000_000;

    static Bucket localBucket(RateLimitConfig config, Ticker clock) {
        // the bucket compares times, and System.nanoTime() may overflow
        long origin = clock.nanoTime();
        return Bucket.builder()
                .addLimit(bandwidth(config))
                .withCustomTimePrecision(new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return clock.nanoTime() - origin;
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                })
                .build();
    }

    /** Takes over what is left in a bucket of this JVM. */
    static TokenBucket local(Bucket bucket, RateLimitConfig config, Ticker clock) {
        bucket.replaceConfiguration(configuration(config), TokensInheritanceStrategy.AS_IS);
        return new TokenBucket(bucket, task -> clock.after(0, task), config, false);
    }

    /**
     * Where JVMs ask for different limits the lowest wins, whichever of them comes first: the lower a limit, the higher
     * the version that its configuration goes by, and only a higher version replaces a lower one.
     */
    static TokenBucket shared(RateLimiterKey key, RateLimitConfig config, Demand demand) {
        Bucket bucket = demand.config()
                .proxyManager()
                .builder()
                .withImplicitConfigurationReplacement(
                        (long) Integer.MAX_VALUE - config.requestsPerMinute(), TokensInheritanceStrategy.AS_IS)
                .build(SHARED_KEY_PREFIX + key.hash(), configuration(config));
        return new TokenBucket(bucket, demand.executor(), config, true);
    }

    private static BucketConfiguration configuration(RateLimitConfig config) {
        return BucketConfiguration.builder().addLimit(bandwidth(config)).build();
    }

    private static Bandwidth bandwidth(RateLimitConfig config) {
        return Bandwidth.builder()
                .capacity(config.requestBurst())
                .refillGreedy(config.refillPerMinute(), Duration.ofMinutes(1))
                .build();
    }

    /** Takes a permit if there is one. Returns how many nanoseconds to wait until there can be one; 0 if it was taken. */
    long take() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(SHORTEST_WAIT, probe.getNanosToWaitForRefill());
    }

    /** Puts back an unused permit. */
    void giveBack() {
        bucket.addTokens(1);
    }

    /** Makes the bucket owe what would flow into it in the given time, so that whoever takes from it waits so long. */
    void pause(long nanos) {
        long owed = 1 + (long) ((double) nanos / NANOS_PER_MINUTE * config.refillPerMinute());
        long missing = owed + bucket.getAvailableTokens();
        // another JVM may have seen the same refusal: two pauses at a time are one
        if (missing > 0) {
            bucket.consumeIgnoringRateLimits(missing);
        }
    }

    boolean isFull() {
        return bucket.getAvailableTokens() >= config.requestBurst();
    }
}

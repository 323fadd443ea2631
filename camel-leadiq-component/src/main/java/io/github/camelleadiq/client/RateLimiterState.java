/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.time.Duration;

/**
 * What a rate limiter has done and does, at one moment; for metrics and health. Counts only grow while the rate limiter lives; a rate limiter
 * that is not needed for ten minutes is forgotten with its counts.
 *
 * @param server host and port
 * @param keyHash the start of a hash of the API key, to tell keys apart
 * @param requestsPerMinute the limit in force
 * @param shared whether the limit is kept together with other JVMs
 * @param queued requests that wait now
 * @param lookups lookups and other calls that wait or are under way now, whatever they wait for
 * @param granted requests that were let go
 * @param waited how long these waited, all together
 * @param longestWait how long the most patient of them waited
 * @param rateLimited how often the server said that there were too many
 * @param turnedAway lookups that were refused because as many as may wait were there already
 * @param pause what is left of the pause after the server said so; zero when there is none
 */
public record RateLimiterState(
        String server,
        String keyHash,
        int requestsPerMinute,
        boolean shared,
        int queued,
        int lookups,
        long granted,
        Duration waited,
        Duration longestWait,
        long rateLimited,
        long turnedAway,
        Duration pause) {}

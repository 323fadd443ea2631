/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.time.Duration;

/**
 * A load under which peers are compared.
 *
 * @param inFlight lookups in flight all the time
 * @param latency  how long the server takes at least
 */
public record Cell(int inFlight, Duration latency) {}

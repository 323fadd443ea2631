/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.http;

import java.time.Duration;

/** An answer, and how long it is held back. */
public record HeldAnswer(HttpAnswer answer, Duration delay) {}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import java.time.Instant;

/**
 * What an exception says if nothing is wrong with what was handed over: it has to come again later, however often. The
 * exception of a pipeline that a backfill hands its pages to.
 */
public interface Paused {
    /** When, at the earliest. */
    Instant until();
}

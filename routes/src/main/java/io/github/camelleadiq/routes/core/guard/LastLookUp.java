/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

import io.github.camelleadiq.routes.core.plan.Freshness;
import java.time.Instant;

/**
 * What is known of the last time that a record was looked up.
 *
 * @param at when, see {@link Freshness#enrichedAt}; null if never
 * @param identifiers by what, as {@link IdentifierPrint#of} made it then; null if unknown
 * @param watched what the record was like when that was settled, as {@link WatchedPrint#of} made it then; null if unknown
 */
public record LastLookUp(Instant at, String identifiers, String watched) {
    /** Never. */
    public static final LastLookUp NONE = new LastLookUp(null, null, null);
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

/** What two texts about one thing say of each other. */
public enum Agreement {
    /** Both say the same, in whatever spelling. */
    AGREES,
    /** Much speaks for it, as an initial or a mistyped letter does, but it decides nothing. */
    SIMILAR,
    /** They cannot be about the same. */
    CONTRADICTS,
    /** Both say something that cannot be compared: another script, another kind of link. */
    NOT_COMPARABLE,
    /** At least one says nothing. */
    MISSING
}

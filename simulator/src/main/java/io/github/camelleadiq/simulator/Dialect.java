/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import java.util.Locale;

/** Which of the two LeadIQ schemas is served. */
public enum Dialect {
    /** The schema of the public API reference. */
    DOCUMENTED,
    /** The schema that the live API served to introspection in August 2026. */
    LIVE;

    /** Name of the directive that marks the elements of this dialect in the schema file. */
    public String directive() {
        return name().toLowerCase(Locale.ROOT);
    }
}

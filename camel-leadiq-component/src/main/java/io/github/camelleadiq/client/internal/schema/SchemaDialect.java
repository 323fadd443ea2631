/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

/** The two forms of LeadIQ's schema that are known. */
public enum SchemaDialect {
    /** What the public API reference describes. */
    DOCUMENTED,
    /** What the live API answered to introspection. */
    LIVE
}

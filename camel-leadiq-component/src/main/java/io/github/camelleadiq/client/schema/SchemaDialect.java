package io.github.camelleadiq.client.schema;

/** The two forms of LeadIQ's schema that are known. */
public enum SchemaDialect {
    /** What the public API reference describes. */
    DOCUMENTED,
    /** What the live API answered to introspection. */
    LIVE
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/** Which schema requests are fitted to. */
public enum SchemaCheck {
    /** The server's own, asked for once; the live one when the server refuses to tell. */
    AUTO,
    /** The one of the public API reference. */
    DOCUMENTED,
    /** The one that the live API had in August 2026. */
    LIVE,
    /** None: packaged documents are those for the live schema, and what the caller writes goes out as written. */
    OFF
}

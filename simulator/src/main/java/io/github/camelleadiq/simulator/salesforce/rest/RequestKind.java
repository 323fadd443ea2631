/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

/** What a REST request is about. */
public enum RequestKind {
    TOKEN,
    DESCRIBE,
    QUERY,
    QUERY_MORE,
    /** Records by their ids. */
    RETRIEVE,
    WRITE,
    LIMITS,
    OTHER
}

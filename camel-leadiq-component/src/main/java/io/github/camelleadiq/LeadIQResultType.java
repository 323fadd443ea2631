/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

/** What the body is after a call. */
public enum LeadIQResultType {
    /** The operation's Java record. */
    RECORD,
    /** Maps, lists and plain values; decimals as BigDecimal. */
    MAP,
    /** The bytes of the operation's JSON as the server sent them. */
    JSON
}

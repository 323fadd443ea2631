/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

/** What a write does to a record. */
public enum WriteKind {
    CREATE,
    UPDATE,
    DELETE,
    UNDELETE
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/** Whether an operation reads or changes something. Decides what may be repeated after a failure. */
public enum OperationKind {
    QUERY,
    MUTATION
}

package io.github.camelleadiq.client;

/** Whether an operation reads or changes something. Decides what may be repeated after a failure. */
public enum OperationKind {
    QUERY,
    MUTATION
}

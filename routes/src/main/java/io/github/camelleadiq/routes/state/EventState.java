/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

/** Where an event is in its life. */
public enum EventState {
    /** Waits to be claimed, perhaps not before some time. */
    PENDING,
    /** A worker has it, until the lease ends. */
    LEASED,
    /** Settled. */
    DONE,
    /** Given up; waits for a person to replay or discard it. */
    DEAD,
    /** Given up, and a person agreed. */
    DISCARDED
}

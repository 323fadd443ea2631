/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

/** Whether a run goes on. */
public enum RunState {
    RUNNING,
    /** Stopped on purpose or by its credit cap; can be resumed. */
    PAUSED,
    /** Stopped by an error; can be resumed. */
    FAILED,
    /** All records were seen. */
    DONE
}

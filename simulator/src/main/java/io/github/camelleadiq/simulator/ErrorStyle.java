/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

/** How a refusal (401, 402, 429, ...) reaches the caller. */
public enum ErrorStyle {
    /** HTTP 200 with the status in {@code errors[0].extensions.response.status}. */
    IN_BODY,
    /** The status is the HTTP status. */
    HTTP_STATUS
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Instant;

/**
 * A delivery that was tried.
 *
 * @param events  how many events it had
 * @param attempt 0 for the first
 * @param status  of the answer, 0 if there was none within five seconds
 */
public record WebhookDelivery(Instant at, int events, int attempt, int status) {
    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }
}

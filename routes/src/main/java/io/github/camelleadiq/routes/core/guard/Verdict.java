/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

import java.util.Objects;

/**
 * What a guard says.
 *
 * @param reason the kind of reason
 * @param text the reason in words for the log: names of fields, never values
 */
public record Verdict(GuardReason reason, String text) {
    static final Verdict PASSED = new Verdict(GuardReason.PASSED, "passed");

    public Verdict {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(text, "text");
    }

    /** Whether the change goes on. */
    public boolean passed() {
        return reason == GuardReason.PASSED;
    }
}

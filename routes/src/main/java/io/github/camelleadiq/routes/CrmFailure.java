/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import io.github.camelleadiq.routes.core.text.Spaces;
import java.util.Optional;

/** An exception about the CRM that may be logged: its message has codes and names, never values of records. */
public interface CrmFailure {
    String getMessage();

    /** Whether the same request can succeed later without anybody's doing. */
    boolean isRetryable();

    /**
     * Whether neither the CRM nor the way to it has failed, but this program: an option is missing, say, or versions do not
     * fit. Waiting for the CRM does not help then, so one record is tried a limited number of times. Such a failure is
     * retryable all the same, as it can also be a matter of the moment.
     */
    default boolean isUnexpected() {
        return false;
    }

    /** The first of its kind among a failure and its causes; empty if there is none. */
    static Optional<CrmFailure> in(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof CrmFailure found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** What can be said of any failure without saying too much: the message of such an exception, or else its root's class. */
    static String describe(Throwable failure) {
        return in(failure).map(known -> Spaces.line(known.getMessage())).orElseGet(() -> {
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root.getClass().getName();
        });
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.FieldChange;
import java.util.Optional;

/** What became of one field: a change, a refusal, or nothing to say. */
record FieldOutcome(Optional<FieldChange> change, Optional<Refusal> refusal) {
    static final FieldOutcome NOTHING = new FieldOutcome(Optional.empty(), Optional.empty());

    static FieldOutcome of(FieldChange change) {
        return new FieldOutcome(Optional.of(change), Optional.empty());
    }

    static FieldOutcome refused(String field, RefusalReason reason, String text) {
        return new FieldOutcome(Optional.empty(), Optional.of(new Refusal(field, reason, text)));
    }
}

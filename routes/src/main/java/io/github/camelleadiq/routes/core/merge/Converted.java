/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import java.util.function.Function;

/** A value as its field takes it, or why it does not. */
sealed interface Converted {
    record Taken(Object value) implements Converted {}

    record Refused(RefusalReason reason, String text) implements Converted {}

    /** Goes on with what was taken. */
    default Converted then(Function<Object, Converted> next) {
        return this instanceof Taken taken ? next.apply(taken.value) : this;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

/** What we remember of what we wrote. */
@FunctionalInterface
public interface OwnValues {
    /** Remembers nothing. */
    OwnValues NONE = (objectType, recordId, field, valueHash) -> false;

    /**
     * Whether the last that we wrote to this field is a value of this hash.
     *
     * @param valueHash the hash of the present value, by {@code ValueHash}
     */
    boolean wrote(String objectType, String recordId, String field, String valueHash);
}

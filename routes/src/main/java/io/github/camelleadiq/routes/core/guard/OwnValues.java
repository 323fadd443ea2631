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
     * Whether a value of this hash is one that we wrote to this field, not necessarily the last: events come late.
     *
     * @param valueHash the hash of the present value, by {@code ValueHash}
     */
    boolean wrote(String objectType, String recordId, String field, String valueHash);
}

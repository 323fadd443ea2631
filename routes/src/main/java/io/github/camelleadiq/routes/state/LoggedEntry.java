/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ValueHash;

/**
 * An entry as it was kept.
 *
 * @param id ascending in order of writing
 * @param entry the entry; values are null if they were not kept or were erased
 * @param oldHash {@link ValueHash} of the value before; null if erased, or if the entry is not about a field
 * @param newHash {@link ValueHash} of the value after; null if erased, or if the entry is not about a field
 */
public record LoggedEntry(long id, LogEntry entry, String oldHash, String newHash) {
    /** Without values and hashes. */
    @Override
    public String toString() {
        return "log entry " + id + ": " + entry;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

/** Where answers that were paid for are kept. */
public enum CacheType {
    /** Nowhere. */
    NONE,
    /** In the heap. Needs Caffeine on the class path. */
    MEMORY,
    /** In a table of a database, for restarts and for several processes. */
    JDBC
}

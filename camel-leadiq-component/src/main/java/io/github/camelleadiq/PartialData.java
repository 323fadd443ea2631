/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

/** What to do with data that comes together with errors. */
public enum PartialData {
    /** Fail; the exception has the data. */
    FAIL,
    /** Keep the data as the answer; the errors are in a header. */
    KEEP
}

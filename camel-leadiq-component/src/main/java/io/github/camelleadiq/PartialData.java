package io.github.camelleadiq;

/** What to do with data that comes together with errors. */
public enum PartialData {
    /** Fail; the exception has the data. */
    FAIL,
    /** Keep the data as the answer; the errors are in a header. */
    KEEP
}

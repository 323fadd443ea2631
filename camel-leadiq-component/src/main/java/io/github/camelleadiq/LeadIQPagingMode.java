/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

/** What a call brings of a list that has pages. */
public enum LeadIQPagingMode {
    /** The page that the arguments ask for, as the operation's record. */
    PAGE,
    /** All items one after another, as {@link LeadIQItems}. */
    STREAM,
    /** All items at once, as a List. */
    ALL
}

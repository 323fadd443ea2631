/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

/** What a document asks about pages, besides the items. */
public enum PageForm {
    /** Just what was selected. */
    AS_SELECTED,
    /** Also what leads to the next page, where it was not selected. */
    FIRST,
    /** As the first, but not the total again: it is costly for the server. */
    LATER
}

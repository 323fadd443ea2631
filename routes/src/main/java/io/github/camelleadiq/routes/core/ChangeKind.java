/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

/** What a CRM says has happened, or why we look at a record without being told of anything. */
public enum ChangeKind {
    CREATE,
    UPDATE,
    DELETE,
    UNDELETE,
    /**
     * Something happened to these records, and the CRM does not say what: they have to be read again. If there are changed
     * fields, they are some of it.
     */
    GAP,
    /** So much happened that the CRM does not say to which records: changed records have to be looked for. */
    OVERFLOW,
    /** The record is due by age, by a backfill or because it was asked for. */
    DUE
}

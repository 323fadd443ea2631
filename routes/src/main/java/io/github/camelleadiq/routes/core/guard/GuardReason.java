/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

/** Why a change goes on or goes no further. */
public enum GuardReason {
    /** It goes on. */
    PASSED,
    /** Its origin carries our client tag. */
    OWN_CLIENT,
    /** Our user made it. */
    OWN_USER,
    /** The changed fields have the values that we wrote. */
    OWN_VALUES,
    /** It touches no watched field, or none has changed since the record was looked up. */
    UNWATCHED,
    /** The record was deleted. */
    DELETED,
    /** The record was gone when it was to be read. */
    RECORD_MISSING,
    /** A person, where the profile is about companies, or the contact half of one. */
    PERSON_ACCOUNT,
    /** A lead that has become a contact: it cannot be written any more. */
    CONVERTED,
    /** Opt-outs block all that the profile maps. */
    OPTED_OUT,
    /** The record is outside the profile's filter. */
    OUTSIDE_FILTER,
    /** The record was enriched within the refresh age. */
    FRESH
}

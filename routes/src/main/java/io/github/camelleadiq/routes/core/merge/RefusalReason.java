/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

/** Why a value was not written. */
public enum RefusalReason {
    /** The CRM has no such field. */
    MISSING_FIELD,
    /** The field is a formula or read-only. */
    READ_ONLY,
    /** Someone said no to it. */
    OPTED_OUT,
    /** The field is one by which someone says no. */
    OPT_OUT_FIELD,
    /** The record is a person account, and the field not to be written there. */
    PERSON_ACCOUNT,
    /** LeadIQ has values, and none of a status that may be written. */
    NOT_ACCEPTABLE,
    /** The record was changed after LeadIQ saw the value, or one of both times is unknown. */
    NOT_NEWER,
    /** The record says something else that the value does not go with: it is of another place. */
    CONTRADICTED,
    /** The amount is in another currency than the record's. */
    WRONG_CURRENCY,
    /** The value is longer than the field takes. */
    TOO_LONG,
    /** The picklist does not have the value. */
    NOT_IN_PICKLIST,
    /** The value is not of the field's type. */
    WRONG_TYPE,
    /** The CRM refused the field when the record was written, and took the rest of the record. */
    CRM_REFUSED
}

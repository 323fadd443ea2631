/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

/** What is special about a seeded lead or contact. */
public enum Quirk {
    /** Nothing: an ordinary record with gaps. */
    NONE(72),
    /** LinkedIn says another employer than the CRM. */
    JOB_CHANGER(5),
    /** Does not want email. */
    EMAIL_OPT_OUT(4),
    /** Does not want calls. */
    DO_NOT_CALL(2),
    /** Nothing to look it up by. */
    NO_IDENTIFIER(3),
    /** LeadIQ has no person of that name. */
    UNKNOWN(4),
    /** LeadIQ has several of that name. */
    AMBIGUOUS(3),
    /** LeadIQ knows no email address. */
    NO_EMAIL(2),
    /** LeadIQ knows the address and says that it is invalid. */
    INVALID_EMAIL(1),
    /** A name in letters other than ASCII, right to left or with emoji. */
    UNUSUAL_NAME(3),
    /** A name as long as the field. */
    LONGEST_NAME(1);

    private final int percent;

    Quirk(int percent) {
        this.percent = percent;
    }

    /** Out of 100, in the order of the constants. */
    static Quirk of(int draw) {
        int rest = draw;
        for (Quirk quirk : values()) {
            rest -= quirk.percent;
            if (rest < 0) {
                return quirk;
            }
        }
        return NONE;
    }
}

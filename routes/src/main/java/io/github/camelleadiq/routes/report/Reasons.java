/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import io.github.camelleadiq.routes.state.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What outcomes and reasons are called, and what they mean. */
final class Reasons {

    /**
     * @param label a few words
     * @param meaning what was done about it
     */
    record Reason(String label, String meaning) {}

    private static final Map<Outcome, Reason> OUTCOMES = new EnumMap<>(Map.ofEntries(
            Map.entry(Outcome.WRITTEN, new Reason("Written", "Values were written to the CRM.")),
            Map.entry(Outcome.DRY_RUN, new Reason("Would be written", "Nothing was written.")),
            Map.entry(Outcome.REFUSED, new Reason("Refused", "The CRM or the profile did not allow it.")),
            Map.entry(
                    Outcome.AMBIGUOUS,
                    new Reason("Ambiguous", "No person, or more than one, fits well enough. Nothing was written.")),
            Map.entry(Outcome.NOT_FOUND, new Reason("Not found", "LeadIQ has no person for what the CRM knows. Free.")),
            Map.entry(
                    Outcome.NOTHING_MISSING,
                    new Reason("Complete already", "No gap that is to be filled: no call, no credit.")),
            Map.entry(
                    Outcome.NOTHING_TO_GAIN,
                    new Reason(
                            "Nothing to gain",
                            "Found, but LeadIQ has nothing of what is missing that may be written.")),
            Map.entry(
                    Outcome.JOB_CHANGED,
                    new Reason("Job change", "The person works elsewhere now, so this is news and no fill.")),
            Map.entry(Outcome.FAILED, new Reason("Failed", "Given up after several attempts; a dead letter.")),
            Map.entry(Outcome.PUT_OFF, new Reason("Put off", "Tried again later; paid for once.")),
            Map.entry(Outcome.ROLLED_BACK, new Reason("Rolled back", "The values before are back.")),
            Map.entry(Outcome.INTENDED, new Reason("Unsettled", "About to be written when this was read."))));

    private static final Map<String, Reason> REFUSALS = new HashMap<>(Map.ofEntries(
            Map.entry(
                    "NO_IDENTIFIERS",
                    new Reason("Nothing to look up by", "No email, link, company or domain with the name. No call.")),
            Map.entry("OPTED_OUT", new Reason("Opted out", "The person does not want it. Not written.")),
            Map.entry(
                    "NOT_ACCEPTABLE",
                    new Reason("Not acceptable", "LeadIQ's value is invalid, suppressed or not verified enough.")),
            Map.entry("TOO_LONG", new Reason("Too long", "The value does not fit the field.")),
            Map.entry("NOT_IN_PICKLIST", new Reason("Not in the picklist", "The field does not know the value.")),
            Map.entry("READ_ONLY", new Reason("Read-only", "A formula, or no permission to write the field.")),
            Map.entry("MISSING_FIELD", new Reason("No such field", "The org does not have the field.")),
            Map.entry("WRONG_TYPE", new Reason("Wrong type", "The value is not of the field's type.")),
            Map.entry(
                    "CRM_REFUSED",
                    new Reason(
                            "Refused by the org", "A rule or type of the field. The rest of the record was written.")),
            Map.entry("NOT_NEWER", new Reason("Not newer", "The CRM's value is as new as LeadIQ's.")),
            Map.entry("PERSON_ACCOUNT", new Reason("Person account", "The field is not written there.")),
            Map.entry("OPT_OUT_FIELD", new Reason("Opt-out field", "An opt-out is never changed.")),
            Map.entry("CONVERTED", new Reason("Converted meanwhile", "A converted lead is read-only.")),
            Map.entry("GONE", new Reason("Deleted meanwhile", "The record is gone.")),
            Map.entry(
                    "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                    new Reason(
                            "Validation rule", "The org refused the record. It is a dead letter and can be replayed.")),
            Map.entry(
                    "DUPLICATES_DETECTED",
                    new Reason(
                            "Duplicate rule", "The org refused the record. It is a dead letter and can be replayed.")),
            Map.entry(
                    "UNABLE_TO_LOCK_ROW",
                    new Reason("Record locked", "Another user was saving it. Written at a later attempt."))));

    private Reasons() {}

    static Reason of(Outcome outcome) {
        return OUTCOMES.get(outcome);
    }

    /** A CRM's error code without an entry of its own speaks for itself. */
    static Reason of(String code) {
        Reason known = REFUSALS.get(code);
        return known == null ? new Reason(words(code), "") : known;
    }

    private static String words(String code) {
        String text = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

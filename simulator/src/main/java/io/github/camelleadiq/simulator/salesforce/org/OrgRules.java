/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What the administrators of the org have set up. Can be changed at any time. */
public final class OrgRules {
    private static final Set<String> ASSIGNABLE = Set.of("Lead", "Account");

    private final List<ValidationRule> validations = new CopyOnWriteArrayList<>();
    private volatile boolean duplicateRule;
    private volatile boolean autoAssignment;
    private final List<Trigger> triggers = new CopyOnWriteArrayList<>();
    private final Map<String, SaveError> refusals = new ConcurrentHashMap<>();
    private volatile boolean mergedEvents = true;
    private volatile Predicate<String> rowLock = id -> false;

    /** Refuses what violates the rule with FIELD_CUSTOM_VALIDATION_EXCEPTION. */
    public OrgRules validation(ValidationRule rule) {
        validations.add(rule);
        return this;
    }

    /** Whether a record is refused whose email address another one of its type has already. Off at first. */
    public OrgRules duplicateRule(boolean on) {
        duplicateRule = on;
        return this;
    }

    /** Whether API writes of leads and accounts change the owner unless told not to. Off at first. */
    public OrgRules autoAssignment(boolean on) {
        autoAssignment = on;
        return this;
    }

    /** Whether equal changes within one request make one event with several record ids. On at first. */
    public OrgRules mergedEvents(boolean on) {
        mergedEvents = on;
        return this;
    }

    /**
     * An Apex trigger that cannot take many records at once. Salesforce hands a trigger up to 200 records of one type; if
     * these are too many, all of them are refused with CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY.
     *
     * @param name   how the trigger is named in messages
     * @param type   the object whose records it is about
     * @param atMost how many records it has CPU time for
     */
    public OrgRules trigger(String name, String type, int atMost) {
        triggers.add(new Trigger(name, type, atMost));
        return this;
    }

    /**
     * Refuses every API write of an object, record by record and whatever is in it: as where our user's rights or the org's
     * storage are gone, or a flow is broken.
     *
     * @param statusCode such as {@code STORAGE_LIMIT_EXCEEDED}
     */
    public OrgRules refusal(String type, String statusCode, String message) {
        refusals.put(type, new SaveError(statusCode, message, List.of()));
        return this;
    }

    /** Which records are locked by another user; asked once for each record of each API write. */
    public OrgRules rowLock(Predicate<String> locked) {
        rowLock = locked;
        return this;
    }

    /** No rules any more; row locks stay. */
    public void clear() {
        validations.clear();
        triggers.clear();
        refusals.clear();
        duplicateRule = false;
        autoAssignment = false;
        mergedEvents = true;
    }

    List<ValidationRule> validations() {
        return validations;
    }

    boolean refusesDuplicates() {
        return duplicateRule;
    }

    boolean reassigns(String type) {
        return autoAssignment && ASSIGNABLE.contains(type);
    }

    boolean mergesEvents() {
        return mergedEvents;
    }

    /** Why none of so many records at once is taken, or null. */
    SaveError refusal(String type, int records) {
        return refusals.containsKey(type) ? refusals.get(type) : overrun(type, records);
    }

    private SaveError overrun(String type, int records) {
        return triggers.stream()
                .filter(trigger -> trigger.type.equals(type) && records > trigger.atMost)
                .findFirst()
                .map(trigger -> new SaveError(
                        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                        trigger.name + ": System.LimitException: Apex CPU time limit exceeded",
                        List.of()))
                .orElse(null);
    }

    private record Trigger(String name, String type, int atMost) {}

    boolean isLocked(String id) {
        return rowLock.test(id);
    }
}

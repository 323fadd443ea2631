/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What the administrators of the org have set up. Can be changed at any time. */
public final class OrgRules {
    private static final Set<String> ASSIGNABLE = Set.of("Lead", "Account");

    private final List<ValidationRule> validations = new CopyOnWriteArrayList<>();
    private volatile boolean duplicateRule;
    private volatile boolean autoAssignment;
    private volatile boolean joinedEvents;
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

    /** Whether equal changes within one request make one event with several record ids. Off at first. */
    public OrgRules joinedEvents(boolean on) {
        joinedEvents = on;
        return this;
    }

    /** Which records are locked by somebody else; asked once for each record of each API write. */
    public OrgRules rowLock(Predicate<String> locked) {
        rowLock = locked;
        return this;
    }

    /** No rules any more; row locks stay. */
    public void clear() {
        validations.clear();
        duplicateRule = false;
        autoAssignment = false;
        joinedEvents = false;
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

    boolean joinsEvents() {
        return joinedEvents;
    }

    boolean isLocked(String id) {
        return rowLock.test(id);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Accounts that are a person: each is named by its parts, and has a contact of its own that shares its fields. */
final class PersonAccounts {
    static final String PERSON = "IsPersonAccount";
    static final String CONTACT = "PersonContactId";
    private static final String PREFIX = "Person";
    private static final Set<String> SHARED = Set.of("FirstName", "LastName", "Salutation", "OwnerId");

    private PersonAccounts() {}

    static boolean isPerson(StoredRecord entry) {
        return Boolean.TRUE.equals(entry.get(PERSON));
    }

    /** Makes an account with a last name a person, and names it. */
    static void name(ObjectDef type, StoredRecord current, Map<String, Object> values, List<SaveError> errors) {
        if (type.field(CONTACT) == null) {
            return;
        }
        if (current == null ? values.get("LastName") == null : !isPerson(current)) {
            return;
        }
        if (values.containsKey("Name")) {
            errors.add(new SaveError(
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Account: bad field names on insert/update call: Name",
                    List.of("Name")));
        }
        values.put(PERSON, true);
        values.put(
                "Name",
                String.join(
                        " ",
                        Stream.of("FirstName", "LastName")
                                .map(part -> values.containsKey(part) || current == null
                                        ? values.get(part)
                                        : current.get(part))
                                .filter(String.class::isInstance)
                                .map(String.class::cast)
                                .toList()));
    }

    /** What a write of the account means for the contact. */
    static Map<String, Object> toContact(ObjectDef contact, Map<String, Object> account) {
        Map<String, Object> values = new LinkedHashMap<>();
        account.forEach((name, value) -> {
            String own = SHARED.contains(name) ? name : name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
            if (!name.equals(CONTACT) && contact.field(own) != null) {
                values.put(own, value);
            }
        });
        return values;
    }

    /** What a write of the contact means for the account. */
    static Map<String, Object> toAccount(ObjectDef account, Map<String, Object> contact) {
        Map<String, Object> values = new LinkedHashMap<>();
        contact.forEach((name, value) -> {
            String own = SHARED.contains(name) ? name : PREFIX + name;
            if (account.field(own) != null) {
                values.put(own, value);
            }
        });
        return values;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import io.github.camelleadiq.simulator.people.SimPerson;
import java.util.List;
import java.util.Map;

/** Contact data of tracked people: the values, or the fact that they are suppressed. */
final class ContactData {
    private static final Map<String, Object> SUPPRESSED = Map.of("reason", "SuppressedByAdminPrivacy");

    private ContactData() {}

    static MapOf of(SimPerson p) {
        boolean closed = p.isSuppressed() || p.optedOut();
        return map("email", closed ? new Variant("EmailSuppressed", SUPPRESSED) : email(p))
                .and(
                        "personalPhones",
                        closed
                                ? new Variant("PersonalPhonesSuppressed", SUPPRESSED)
                                : new Variant("PersonalPhonesValue", map("phones", withQuality(p))))
                .and(
                        "workPhones",
                        closed
                                ? new Variant("WorkPhonesSuppressed", SUPPRESSED)
                                : new Variant("WorkPhonesValue", map("phones", workPhones(p))));
    }

    private static Variant email(SimPerson p) {
        return p.hasWorkEmail()
                ? new Variant("EmailValue", map("email", p.workEmail(), "status", p.emailStatus()))
                : null;
    }

    static List<String> workPhones(SimPerson p) {
        return p.sellsPhone() ? List.of(p.workPhone()) : List.of();
    }

    static List<String> personalPhones(SimPerson p) {
        return p.sellsPhone() ? List.of(p.personalPhone()) : List.of();
    }

    static List<MapOf> withQuality(SimPerson p) {
        return personalPhones(p).stream()
                .map(phone -> map("phone", phone, "quality", p.phoneStatus()))
                .toList();
    }
}

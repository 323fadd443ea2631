/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import io.github.camelleadiq.simulator.credit.BilledDataPoint;
import io.github.camelleadiq.simulator.credit.BilledItem;
import io.github.camelleadiq.simulator.credit.CreditSelection;
import io.github.camelleadiq.simulator.people.SimCompany;
import io.github.camelleadiq.simulator.people.SimPerson;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What returned records give away, by what was selected and what they really have. */
final class Sales {
    private Sales() {}

    static List<BilledItem> of(List<SimPerson> people, CreditSelection selected) {
        return people.stream()
                .map(p -> of(
                        p,
                        selected,
                        p.sellsEmail(),
                        p.sellsEmail() && p.hasPersonalEmail(),
                        List.of(p.company()),
                        // a search tells one job change, and nothing before it
                        p.pastCompanies().stream().limit(1).toList()))
                .toList();
    }

    static BilledItem of(
            SimPerson person,
            CreditSelection selected,
            boolean workEmail,
            boolean personalEmail,
            List<SimCompany> present,
            List<SimCompany> past) {
        Set<BilledDataPoint> contact = EnumSet.noneOf(BilledDataPoint.class);
        if (selected.workEmail() && workEmail || selected.personalEmail() && personalEmail) {
            contact.add(BilledDataPoint.EMAIL);
        }
        if ((selected.workPhone() || selected.personalPhone()) && person.sellsPhone()) {
            contact.add(BilledDataPoint.PHONE);
        }
        List<String> companies = new ArrayList<>();
        if (selected.companyInfo()) {
            present.forEach(company -> companies.add(company.id()));
        }
        if (selected.pastCompany()) {
            past.forEach(company -> companies.add(company.id()));
        }
        return new BilledItem(person.id(), contact, companies);
    }

    static BilledItem of(SimCompany company) {
        return new BilledItem(null, Set.of(), List.of(company.id()));
    }
}

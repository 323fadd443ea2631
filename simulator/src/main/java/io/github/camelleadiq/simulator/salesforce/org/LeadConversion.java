/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes where when a lead becomes an account and a contact. Custom fields go nowhere unless an org maps them. */
final class LeadConversion {
    private static final List<String> ADDRESS =
            List.of("Street", "City", "State", "StateCode", "PostalCode", "Country", "CountryCode");
    private static final List<String> TO_ACCOUNT =
            List.of("Phone", "Fax", "Website", "Industry", "AnnualRevenue", "NumberOfEmployees", "Rating", "OwnerId");
    private static final List<String> TO_CONTACT = List.of(
            "FirstName",
            "LastName",
            "Salutation",
            "Title",
            "Email",
            "Phone",
            "MobilePhone",
            "Fax",
            "LeadSource",
            "Description",
            "HasOptedOutOfEmail",
            "HasOptedOutOfFax",
            "DoNotCall",
            "OwnerId");

    private LeadConversion() {}

    static Map<String, Object> account(StoredRecord lead) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Name", lead.get("Company"));
        copy(lead, TO_ACCOUNT, "", values);
        copy(lead, ADDRESS, "Billing", values);
        return values;
    }

    static Map<String, Object> contact(StoredRecord lead) {
        Map<String, Object> values = new LinkedHashMap<>();
        copy(lead, TO_CONTACT, "", values);
        copy(lead, ADDRESS, "Mailing", values);
        return values;
    }

    private static void copy(StoredRecord lead, List<String> fields, String prefix, Map<String, Object> values) {
        for (String field : fields) {
            if (lead.get(field) != null) {
                values.put(prefix + field, lead.get(field));
            }
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A user who works with the simulated org, as people do: with gaps, odd names and second thoughts. */
final class SalesPerson {

    /** First name, last name, company, what else. Each company's domain is made of its name. */
    private static final List<Entry> NEW_LEADS = List.of(
            new Entry("Ada", "Quill", "Quince Harbor", Map.of()),
            new Entry("Bruno", "Marrow", "Quince Harbor", Map.of("LeadSource", "Web")),
            new Entry("Chiara", "Sample", "Juniper Mill", Map.of("Title", "Buyer")),
            new Entry("Dmitri", "Fictional", "Juniper Mill", Map.of()),
            new Entry("Elena", "O'Placeholder", "Juniper Mill", Map.of()),
            new Entry("Farid", "Invented", "Copper Orchard", Map.of("LeadSource", SimulatedSystems.PARTNER)),
            new Entry("Greta", "Specimen", "Copper Orchard", Map.of("LeadSource", SimulatedSystems.PARTNER)),
            new Entry("Hugo", "Dummy", "Copper Orchard", Map.of()),
            new Entry("Ines", "Suppressed", "Pewter Meadow", Map.of()),
            new Entry("Jonas", "Invalid", "Velvet Quarry", Map.of()),
            new Entry("Keiko", "Noemail", "Velvet Quarry", Map.of()),
            new Entry("Lars", "Nophone", "Velvet Quarry", Map.of()),
            new Entry("Mira", "Reluctant", "Amber Lantern", Map.of("HasOptedOutOfEmail", true)),
            new Entry("Nils", "Uncalled", "Amber Lantern", Map.of("DoNotCall", true)),
            new Entry("Several", "Namesakes", "Amber Lantern", Map.of()),
            new Entry("Nobody", "Whatsoever", "Amber Lantern", Map.of()),
            new Entry("Zoë", "Ёлкина 🚀", "Silver Thicket", Map.of()),
            new Entry("محمد", "المثال", "Silver Thicket", Map.of()),
            new Entry("Bobby", "<script>alert(1)</script>", "Silver Thicket", Map.of()),
            new Entry(null, "Unknown", "[not provided]", Map.of()));

    private static final int EDITED_OF_EACH = 10;

    /** What is removed as outdated: the first of these that has a value. */
    private static final List<String> OUTDATED = List.of("Phone", "Title");

    private record Entry(String firstName, String lastName, String company, Map<String, Object> more) {

        Map<String, Object> fields() {
            Map<String, Object> fields = new HashMap<>(more);
            fields.put("FirstName", firstName);
            fields.put("LastName", lastName);
            fields.put("Company", company);
            if (!company.startsWith("[")) {
                fields.put("Website", "https://www." + company.toLowerCase().replace(' ', '-') + ".example");
            }
            return fields;
        }
    }

    private final SalesforceSimulator salesforce;
    private final Seeded seeded;

    SalesPerson(SimulatedSystems systems) {
        salesforce = systems.salesforce();
        seeded = systems.seeded();
    }

    /** The ids of the new records. */
    List<String> createsLeads() {
        return NEW_LEADS.stream()
                .map(entry -> salesforce.create("Lead", entry.fields()))
                .toList();
    }

    /** The ids of records from which something outdated was removed. */
    List<String> editsRecords() {
        List<String> edited = new ArrayList<>();
        for (String type : List.of("Lead", "Contact", "Account")) {
            ids(type)
                    .filter(id -> removesSomething(type, id))
                    .limit(EDITED_OF_EACH)
                    .forEach(edited::add);
        }
        return edited;
    }

    /** Changes what the profiles do not watch: no reason to ask LeadIQ. */
    int leavesNotes() {
        List<String> leads = ids("Lead").limit(EDITED_OF_EACH).toList();
        leads.forEach(id -> salesforce.humanUpdate("Lead", id, Map.of("Rating", "Warm")));
        return leads.size();
    }

    private Stream<String> ids(String type) {
        return seeded.ids().get(type).stream();
    }

    private boolean removesSomething(String type, String id) {
        Map<String, Object> fields = salesforce.record(type, id);
        for (String field : OUTDATED) {
            if (fields.get(field) != null) {
                Map<String, Object> change = new HashMap<>();
                change.put(field, null);
                salesforce.humanUpdate(type, id, change);
                return true;
            }
        }
        return false;
    }
}

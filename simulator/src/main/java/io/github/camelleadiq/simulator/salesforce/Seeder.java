/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.people.Population;
import io.github.camelleadiq.simulator.people.SimCompany;
import io.github.camelleadiq.simulator.people.SimPerson;
import io.github.camelleadiq.simulator.salesforce.org.Org;
import io.github.camelleadiq.simulator.salesforce.org.SaveResult;
import io.github.camelleadiq.simulator.salesforce.org.WriteContext;
import io.github.camelleadiq.simulator.salesforce.org.WriteKind;
import io.github.camelleadiq.simulator.salesforce.org.WriteRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fills an org with records of people and companies that the LeadIQ simulator knows, each with gaps of its own. */
final class Seeder {
    private static final int PER_COMPANY = 10;
    private static final String[][] UNUSUAL = {
        {"Zoë", "Übergröße"},
        {"محمد", "المثال"},
        {"דנה", "לדוגמה"},
        {"例子", "示例"},
        {"Ada 🚀", "Émoji 👩‍💻"},
        {"Łukasz", "Ćwiczebny"}
    };
    private static final String PADDING = "Example".repeat(12);

    private final Org org;
    private final WriteContext past;
    private final Random dice;
    private final Map<String, List<String>> ids = new LinkedHashMap<>();
    private final Map<Quirk, List<String>> quirks = new EnumMap<>(Quirk.class);

    Seeder(Org org, String userId, long seed) {
        this.org = org;
        this.past = WriteContext.past(userId);
        this.dice = new Random(seed);
    }

    Seeded seed(SeedPlan plan) {
        int staff = Math.max(plan.contacts(), plan.accounts() * PER_COMPANY);
        List<SimPerson> people = new Population(staff + plan.leads()).people(p -> true, 0, Integer.MAX_VALUE);
        Map<String, String> accounts = new HashMap<>();
        for (int i = 0; i < plan.accounts(); i++) {
            SimCompany company = people.get(i * PER_COMPANY).company();
            accounts.put(company.domain(), save("Account", account(company), Quirk.NONE));
        }
        people.subList(0, plan.contacts()).forEach(person -> {
            Quirk quirk = quirk();
            Map<String, Object> fields = person(person, quirk);
            fields.put("AccountId", accounts.get(person.domain()));
            fields.put("MailingCountry", sometimes(30, person.place().country()));
            fields.put("MailingCity", sometimes(20, person.place().city()));
            save("Contact", fields, quirk);
        });
        people.subList(staff, staff + plan.leads()).forEach(person -> {
            Quirk quirk = quirk();
            save("Lead", lead(person, quirk), quirk);
        });
        return new Seeded(ids, quirks);
    }

    private Map<String, Object> account(SimCompany company) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", company.name());
        fields.put("Website", sometimes(60, "https://www." + company.domain()));
        fields.put("Phone", sometimes(30, company.phone()));
        fields.put("NumberOfEmployees", sometimes(20, company.employees()));
        fields.put("BillingCity", sometimes(30, company.place().city()));
        fields.put("BillingCountry", sometimes(30, company.place().country()));
        fields.put("LinkedIn_URL__c", sometimes(15, company.linkedinUrl()));
        return fields;
    }

    private Map<String, Object> lead(SimPerson person, Quirk quirk) {
        Map<String, Object> fields = person(person, quirk);
        SimCompany company = quirk == Quirk.JOB_CHANGER ? person.previousCompany() : person.company();
        boolean anonymous = quirk == Quirk.NO_IDENTIFIER;
        fields.put("Company", anonymous ? "[not provided]" : company.name());
        fields.put("Website", anonymous ? null : sometimes(40, "https://" + company.domain()));
        fields.put("Country", sometimes(30, person.place().country()));
        fields.put("City", sometimes(20, person.place().city()));
        fields.put("LeadSource", sometimes(70, "Web"));
        return fields;
    }

    private Map<String, Object> person(SimPerson person, Quirk quirk) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("FirstName", person.firstName());
        fields.put("LastName", person.lastName());
        fields.put("Email", sometimes(50, person.workEmail()));
        fields.put("LinkedIn_URL__c", sometimes(25, person.linkedinUrl()));
        fields.put("Phone", sometimes(20, person.workPhone()));
        fields.put("MobilePhone", sometimes(10, person.personalPhone()));
        fields.put("Title", sometimes(30, person.title()));
        special(fields, person, quirk);
        return fields;
    }

    private void special(Map<String, Object> fields, SimPerson person, Quirk quirk) {
        switch (quirk) {
            case NONE -> {}
            case JOB_CHANGER -> {
                fields.put("Email", null);
                fields.put("LinkedIn_URL__c", person.linkedinUrl());
            }
            case EMAIL_OPT_OUT -> fields.put("HasOptedOutOfEmail", true);
            case DO_NOT_CALL -> fields.put("DoNotCall", true);
            case NO_IDENTIFIER -> {
                named(fields, null, "Unknown");
                fields.put("Phone", null);
                fields.put("MobilePhone", null);
            }
            case UNKNOWN -> named(fields, "Nobody", person.lastName());
            case AMBIGUOUS -> named(fields, "Several", person.lastName());
            case NO_EMAIL -> named(fields, person.firstName(), "Noemail " + person.lastName());
            case INVALID_EMAIL -> named(fields, person.firstName(), "Invalid " + person.lastName());
            case UNUSUAL_NAME -> {
                String[] name = UNUSUAL[dice.nextInt(UNUSUAL.length)];
                named(fields, name[0], name[1]);
            }
            case LONGEST_NAME ->
                named(
                        fields,
                        (person.firstName() + PADDING).substring(0, 40),
                        (person.lastName() + PADDING).substring(0, 80));
        }
    }

    /** Another person, of whom nothing but the name is known. */
    private static void named(Map<String, Object> fields, String first, String last) {
        fields.put("FirstName", first);
        fields.put("LastName", last);
        fields.put("Email", null);
        fields.put("LinkedIn_URL__c", null);
    }

    private Quirk quirk() {
        return Quirk.of(dice.nextInt(100));
    }

    private <T> T sometimes(int percent, T value) {
        return dice.nextInt(100) < percent ? value : null;
    }

    private String save(String type, Map<String, Object> fields, Quirk quirk) {
        // an org may lack some of them
        fields.keySet().removeIf(field -> org.table(type).type().field(field) == null);
        SaveResult result = org.write(past, true, List.of(new WriteRequest(WriteKind.CREATE, type, null, fields)))
                .get(0);
        if (!result.success()) {
            throw new IllegalStateException("Cannot seed a " + type + ": " + result.errors());
        }
        ids.computeIfAbsent(type, t -> new ArrayList<>()).add(result.id());
        if (!type.equals("Account")) {
            quirks.computeIfAbsent(quirk, q -> new ArrayList<>()).add(result.id());
        }
        return result.id();
    }
}

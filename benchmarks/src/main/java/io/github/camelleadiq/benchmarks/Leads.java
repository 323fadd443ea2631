/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.simulator.people.SimCompany;
import io.github.camelleadiq.simulator.people.SimPerson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Invented leads by their numbers, ten to a company, whom the LeadIQ simulator knows. Nine of ten have everything that the
 * shipped profile maps; the others lack something, by turns.
 */
final class Leads {

    /**
     * What a lead can lack.
     *
     * @param fields that are empty
     * @param credits what LeadIQ takes for it at list price
     */
    record Gap(List<String> fields, BigDecimal credits) {}

    /** One lead in so many lacks something. */
    static final int EVERY = 10;

    /** What the profile reads, for runs that are told to read it with the query. */
    static final String FIELDS = String.join(
            ",",
            "Id",
            "FirstName",
            "LastName",
            "Name",
            "Company",
            "Website",
            "Email",
            "Phone",
            "MobilePhone",
            "Title",
            "LinkedIn_URL__c",
            "City",
            "State",
            "Country",
            "Industry",
            "NumberOfEmployees",
            "IsConverted",
            "HasOptedOutOfEmail",
            "DoNotCall",
            "HasOptedOutOfFax",
            "LeadIQ_Id__c",
            "LeadIQ_Enriched_At__c",
            "LeadIQ_Status__c",
            "LastModifiedDate");

    private static final List<Gap> GAPS = List.of(
            new Gap(List.of("Email"), new BigDecimal("1")),
            new Gap(List.of("MobilePhone"), new BigDecimal("10")),
            new Gap(List.of("Title"), new BigDecimal("0.1")),
            new Gap(List.of("Industry", "NumberOfEmployees"), new BigDecimal("3")));

    private static final int PER_COMPANY = 10;
    private static final Gap NONE = new Gap(List.of(), BigDecimal.ZERO);

    private Leads() {}

    static Gap gap(int number) {
        return number % EVERY == 0 ? GAPS.get(number / EVERY % GAPS.size()) : NONE;
    }

    /** How many of the first leads lack something. */
    static int gaps(int leads) {
        return (leads + EVERY - 1) / EVERY;
    }

    /** The least for which the gaps of the first leads can be filled: no two people with a gap work at one company. */
    static BigDecimal least(int leads) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int number = 0; number < leads; number += EVERY) {
            sum = sum.add(gap(number).credits());
        }
        return sum;
    }

    /** What a person fills a field with, which is never what LeadIQ has. */
    static Object byHand(String field, int number) {
        return switch (field) {
            case "Email" -> "by.hand" + number + "@example.com";
            case "MobilePhone" -> "+1 202 555 " + String.format(Locale.ROOT, "%04d", number % 10_000);
            case "Title" -> "Title by hand " + number;
            case "Industry" -> "Industry by hand";
            case "NumberOfEmployees" -> 1_000_000 + number;
            default -> throw new IllegalArgumentException("No one fills in " + field);
        };
    }

    private static SimPerson person(int number) {
        return new SimPerson("ada-sample" + number, "company-" + number / PER_COMPANY + ".example", null, 100);
    }

    /** A lead as Salesforce has it before anybody enriches it. */
    static Map<String, Object> lead(int number) {
        SimPerson person = person(number);
        SimCompany company = person.company();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("FirstName", person.firstName());
        fields.put("LastName", person.lastName());
        fields.put("Company", company.name());
        fields.put("Website", "https://" + company.domain());
        fields.put("Email", person.workEmail());
        fields.put("Phone", person.workPhone());
        fields.put("MobilePhone", person.personalPhone());
        fields.put("Title", person.title());
        fields.put("LinkedIn_URL__c", person.linkedinUrl());
        fields.put("City", person.place().city());
        fields.put("State", person.place().state());
        fields.put("Country", person.place().country());
        fields.put("Industry", company.industry());
        fields.put("NumberOfEmployees", company.employees());
        gap(number).fields().forEach(fields::remove);
        return fields;
    }
}

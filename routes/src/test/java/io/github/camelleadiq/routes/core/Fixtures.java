/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented records, answers and describes. */
public final class Fixtures {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final List<String> OPT_OUTS =
            List.of("HasOptedOutOfEmail", "DoNotCall", "HasOptedOutOfFax", "Stop__c");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Fixtures() {}

    public static EnrichmentProfile shipped(String name) {
        try {
            return ProfileReader.shipped("salesforce/" + name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A person profile with this mapping and these further keys. */
    public static EnrichmentProfile profile(String yaml) {
        return ProfileReader.read(
                "test.yaml",
                """
                object: Lead
                kind: person
                identifiers:
                  leadiqId: LeadIQ_Id__c
                  linkedinUrl: LinkedIn_URL__c
                  email: Email
                  firstName: FirstName
                  lastName: LastName
                  companyName: Company
                  domain: Website
                  country: Country
                """
                        + yaml);
    }

    /** A lead with these fields: name, value, name, value... It has said no to nothing unless they say so. */
    public static CrmRecord lead(Object... namesAndValues) {
        return crmRecord("Lead", namesAndValues);
    }

    public static CrmRecord crmRecord(String type, Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        OPT_OUTS.forEach(optOut -> fields.put(optOut, false));
        for (int index = 0; index < namesAndValues.length; index += 2) {
            fields.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        return new CrmRecord(type, "00Q000000000001AAA", fields);
    }

    public static FieldDescribe field(String name, String type, int length, String... picklist) {
        return new FieldDescribe(name, type, length, true, List.of(picklist), picklist.length > 0);
    }

    /** The fields of Salesforce that the shipped profiles use, and what is given. */
    public static ObjectDescribe describe(FieldDescribe... more) {
        Map<String, FieldDescribe> fields = new HashMap<>();
        for (String text : List.of(
                "FirstName",
                "LastName",
                "Company",
                "Title",
                "City",
                "State",
                "Country",
                "Industry",
                "LeadIQ_Id__c",
                "LeadIQ_Status__c",
                "MailingCity",
                "MailingState",
                "MailingCountry",
                "BillingCity",
                "BillingState",
                "BillingPostalCode",
                "BillingCountry")) {
            fields.put(text, field(text, "string", 80));
        }
        for (String url : List.of("Website", "LinkedIn_URL__c")) {
            fields.put(url, field(url, "url", 255));
        }
        for (String phone : List.of("Phone", "MobilePhone")) {
            fields.put(phone, field(phone, "phone", 40));
        }
        for (String flag :
                List.of("HasOptedOutOfEmail", "DoNotCall", "HasOptedOutOfFax", "IsConverted", "IsPersonAccount")) {
            fields.put(flag, field(flag, "boolean", 0));
        }
        fields.put("Name", field("Name", "string", 255));
        fields.put("Email", field("Email", "email", 80));
        fields.put("NumberOfEmployees", field("NumberOfEmployees", "int", 0));
        fields.put("AnnualRevenue", field("AnnualRevenue", "currency", 0));
        fields.put("Description", field("Description", "textarea", 32000));
        fields.put("BillingStreet", field("BillingStreet", "textarea", 255));
        fields.put("LeadIQ_Enriched_At__c", field("LeadIQ_Enriched_At__c", "datetime", 0));
        fields.put("LastModifiedDate", new FieldDescribe("LastModifiedDate", "datetime", 0, false, List.of(), false));
        for (FieldDescribe field : more) {
            fields.put(field.name(), field);
        }
        return new ObjectDescribe("Lead", fields);
    }

    /** A person as LeadIQ answers one. */
    public static PersonRecord person(String json) {
        return read(json, PersonRecord.class);
    }

    public static CompanyInfo company(String json) {
        return read(json, CompanyInfo.class);
    }

    /** Ada Example, who works at Acme; with these members more or other. */
    public static PersonRecord ada(String position, String more) {
        return person(
                """
                {"id": "p1", "name": {"first": "Ada", "last": "Example", "fullName": "Ada Example"},
                 "linkedin": {"linkedinUrl": "https://www.linkedin.com/in/ada-example"},
                 "location": {"city": "Springfield", "areaLevel1": "Illinois", "country": "United States", "countryCode2": "US"},
                 "updatedAt": "2026-02-01T00:00:00Z",
                 "currentPositions": [{"companyId": "c1", "title": "CTO", "updatedAt": "2026-02-01T00:00:00Z",
                   "companyInfo": {"id": "c1", "name": "Acme Inc."} %s}] %s}
                """
                        .formatted(position.isEmpty() ? "" : ", " + position, more.isEmpty() ? "" : ", " + more));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

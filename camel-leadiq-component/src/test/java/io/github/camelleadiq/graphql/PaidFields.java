/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which fields cost more than the profile, by hand from LeadIQ's public price list; each as {@code Type.field}. */
final class PaidFields {

    /** Work and personal email addresses and their statuses. */
    static final Set<String> EMAILS = Set.of(
            "PersonRecord.personalEmails",
            "PositionRecord.emails",
            "PositionRecord.workEmail",
            "Person.workEmails",
            "Person.verifiedWorkEmails",
            "Person.verifiedLikelyWorkEmails",
            "Person.personalEmails",
            "MatchingServicePerson.workEmails",
            "MatchingServicePerson.verifiedWorkEmails",
            "MatchingServicePerson.verifiedLikelyWorkEmails",
            "MatchingServicePerson.personalEmails",
            "PersonData.email",
            "PersonData.emailStatus",
            "TrackedContact.email",
            "TrackedContact.emailStatus",
            "ContactInfo.email",
            "Prospect.workEmail",
            "Prospect.emailStatus",
            "Prospect.personalEmails");

    /** Work and personal phone numbers and their statuses. */
    static final Set<String> PHONES = Set.of(
            "PersonRecord.personalPhones",
            "PositionRecord.phones",
            "Person.workPhones",
            "Person.personalPhones",
            "MatchingServicePerson.workPhones",
            "MatchingServicePerson.personalPhones",
            "PersonData.personalPhones",
            "PersonData.personalPhonesWithQuality",
            "PersonData.workPhones",
            "TrackedContact.phones",
            "TrackedContact.phonesWithQuality",
            "TrackedContact.workPhones",
            "ContactInfo.personalPhones",
            "ContactInfo.workPhones",
            "Prospect.mobilePhones");

    /** Of these types all but the identity is the company data point, whatever LeadIQ may add to them. */
    private static final Map<String, Set<String>> IDENTITY_OF_COMPANY = Map.of(
            "CompanyInfo", Set.of("id", "source", "name"),
            "Company", Set.of("id", "name"),
            "MatchingServiceCompany", Set.of("id", "name"),
            "ProspectorCompany", Set.of("id", "name"),
            "PreviousCompanyData", Set.of("name"));

    private static final Set<String> FIRMOGRAPHICS_ELSEWHERE = Set.of(
            "TrackedContact.companyDomain",
            "TrackedContact.companyCountry",
            "TrackedContact.companyState",
            "TrackedContact.companySize",
            "TrackedContact.companyIndustry",
            "TrackedContact.companyLinkedIn");

    private PaidFields() {}

    /** What is known of a company beyond its identity. */
    static Set<String> firmographics(GraphQLSchema schema) {
        Set<String> fields = new TreeSet<>(FIRMOGRAPHICS_ELSEWHERE);
        IDENTITY_OF_COMPANY.forEach((type, identity) -> schema.getObjectType(type).getFieldDefinitions().stream()
                .map(GraphQLFieldDefinition::getName)
                .filter(field -> !identity.contains(field))
                .forEach(field -> fields.add(type + "." + field)));
        return fields;
    }
}

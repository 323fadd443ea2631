/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.schema;

import static io.github.camelleadiq.simulator.salesforce.schema.FieldDef.checkbox;
import static io.github.camelleadiq.simulator.salesforce.schema.FieldDef.formula;
import static io.github.camelleadiq.simulator.salesforce.schema.FieldDef.of;
import static io.github.camelleadiq.simulator.salesforce.schema.FieldDef.picklist;
import static io.github.camelleadiq.simulator.salesforce.schema.FieldDef.reference;
import static io.github.camelleadiq.simulator.salesforce.schema.FieldDef.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of a new org: what is standard in Salesforce, as far as enrichment cares, and a few custom fields. */
public final class StandardObjects {
    private static final String[] INDUSTRIES = {
        "Agriculture",
        "Banking",
        "Construction",
        "Consulting",
        "Education",
        "Electronics",
        "Finance",
        "Healthcare",
        "Manufacturing",
        "Retail",
        "Technology",
        "Transportation",
        "Other"
    };

    private StandardObjects() {}

    public static Map<String, ObjectDef> all(OrgFeatures features) {
        Map<String, ObjectDef> objects = new LinkedHashMap<>();
        Stream.of(account(features), contact(features), lead(features), recordType(), user())
                .forEach(o -> objects.put(o.name(), o));
        return objects;
    }

    /** What the Tooling API is asked about: which objects make change events, as members of the standard channel. */
    public static Map<String, ObjectDef> tooling() {
        ObjectDef member = new ObjectDef(
                "PlatformEventChannelMember",
                "0v8",
                false,
                List.of(
                        of("Id", FieldType.ID, 18).required().readOnly(),
                        checkbox("IsDeleted").readOnly(),
                        text("DeveloperName", 80).required(),
                        text("EventChannel", 80).required(),
                        text("SelectedEntity", 80).required(),
                        of("SystemModstamp", FieldType.DATETIME, 0).required().readOnly()));
        return Map.of(member.name(), member);
    }

    private static ObjectDef lead(OrgFeatures features) {
        List<FieldDef> fields = head();
        fields.addAll(personName());
        fields.add(text("Title", 128));
        fields.add(text("Company", 255).required());
        fields.addAll(address("", "Address", features));
        fields.addAll(reachable());
        fields.add(of("Website", FieldType.URL, 255));
        fields.add(of("Description", FieldType.TEXTAREA, 32_000));
        fields.add(leadSource());
        fields.add(
                picklist("Status", "Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Unqualified")
                        .required()
                        .restrict()
                        .initially("Open - Not Contacted"));
        fields.add(picklist("Industry", INDUSTRIES));
        fields.add(picklist("Rating", "Hot", "Warm", "Cold"));
        fields.add(of("AnnualRevenue", FieldType.CURRENCY, 0));
        fields.add(of("NumberOfEmployees", FieldType.INT, 0));
        fields.addAll(optOuts());
        fields.add(checkbox("IsConverted").readOnly());
        fields.add(of("ConvertedDate", FieldType.DATE, 0).readOnly());
        fields.add(
                reference("ConvertedAccountId", "Account", "ConvertedAccount").readOnly());
        fields.add(
                reference("ConvertedContactId", "Contact", "ConvertedContact").readOnly());
        fields.add(formula("Email_Domain__c", FieldType.STRING, 255, StandardObjects::emailDomain));
        fields.addAll(tail(features));
        return new ObjectDef("Lead", "00Q", true, fields);
    }

    private static ObjectDef contact(OrgFeatures features) {
        List<FieldDef> fields = head();
        fields.add(reference("AccountId", "Account", "Account"));
        fields.addAll(personName());
        if (features.personAccounts()) {
            fields.add(checkbox("IsPersonAccount").readOnly());
        }
        fields.addAll(address("Mailing", "MailingAddress", features));
        fields.addAll(address("Other", "OtherAddress", features));
        fields.addAll(reachable());
        fields.add(of("HomePhone", FieldType.PHONE, 40));
        fields.add(of("OtherPhone", FieldType.PHONE, 40));
        fields.add(of("AssistantPhone", FieldType.PHONE, 40));
        fields.add(text("Title", 128));
        fields.add(text("Department", 80));
        fields.add(leadSource());
        fields.add(of("Description", FieldType.TEXTAREA, 32_000));
        fields.addAll(optOuts());
        fields.add(formula("Email_Domain__c", FieldType.STRING, 255, StandardObjects::emailDomain));
        fields.addAll(tail(features));
        return new ObjectDef("Contact", "003", true, fields);
    }

    private static ObjectDef account(OrgFeatures features) {
        List<FieldDef> fields = head();
        if (features.personAccounts()) {
            personName().stream().filter(f -> f.formula() == null).forEach(f -> fields.add(nillable(f)));
            fields.add(checkbox("IsPersonAccount").readOnly());
            fields.add(reference("PersonContactId", "Contact", "PersonContact").readOnly());
            fields.add(of("PersonEmail", FieldType.EMAIL, 80));
            fields.add(of("PersonMobilePhone", FieldType.PHONE, 40));
            fields.add(text("PersonTitle", 80));
            fields.add(checkbox("PersonHasOptedOutOfEmail"));
            fields.addAll(address("PersonMailing", "PersonMailingAddress", features));
        }
        fields.add(text("Name", 255).required());
        fields.add(picklist("Type", "Prospect", "Customer - Direct", "Channel Partner / Reseller", "Other"));
        fields.addAll(address("Billing", "BillingAddress", features));
        fields.addAll(address("Shipping", "ShippingAddress", features));
        fields.add(of("Phone", FieldType.PHONE, 40));
        fields.add(of("Fax", FieldType.PHONE, 40));
        fields.add(of("Website", FieldType.URL, 255));
        fields.add(picklist("Industry", INDUSTRIES));
        fields.add(picklist("Ownership", "Public", "Private", "Subsidiary", "Other"));
        fields.add(of("AnnualRevenue", FieldType.CURRENCY, 0));
        fields.add(of("NumberOfEmployees", FieldType.INT, 0));
        fields.add(of("Description", FieldType.TEXTAREA, 32_000));
        fields.add(picklist("Rating", "Hot", "Warm", "Cold"));
        fields.add(text("YearStarted", 4));
        fields.addAll(tail(features));
        return new ObjectDef("Account", "001", true, fields);
    }

    private static ObjectDef user() {
        List<FieldDef> fields = new ArrayList<>();
        fields.add(of("Id", FieldType.ID, 18).required().readOnly());
        fields.add(checkbox("IsDeleted").readOnly());
        fields.add(text("Username", 80).required());
        fields.add(text("Name", 121));
        fields.add(of("Email", FieldType.EMAIL, 128));
        fields.add(checkbox("IsActive").initially(Boolean.TRUE));
        fields.addAll(stamps());
        return new ObjectDef("User", "005", false, fields);
    }

    private static ObjectDef recordType() {
        List<FieldDef> fields = new ArrayList<>();
        fields.add(of("Id", FieldType.ID, 18).required().readOnly());
        fields.add(checkbox("IsDeleted").readOnly());
        fields.add(text("Name", 80).required());
        fields.add(text("DeveloperName", 80).required());
        fields.add(text("SobjectType", 40).required());
        fields.add(checkbox("IsActive").initially(Boolean.TRUE));
        fields.addAll(stamps());
        return new ObjectDef("RecordType", "012", false, fields);
    }

    private static List<FieldDef> head() {
        List<FieldDef> fields = new ArrayList<>();
        fields.add(of("Id", FieldType.ID, 18).required().readOnly());
        fields.add(checkbox("IsDeleted").readOnly());
        fields.add(reference("MasterRecordId", null, null).readOnly());
        return fields;
    }

    private static List<FieldDef> personName() {
        return List.of(
                text("LastName", 80).required().in("Name", "LastName"),
                text("FirstName", 40).in("Name", "FirstName"),
                picklist("Salutation", "Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "Mx.")
                        .in("Name", "Salutation"),
                formula("Name", FieldType.STRING, 121, StandardObjects::fullName));
    }

    private static List<FieldDef> address(String prefix, String compound, OrgFeatures features) {
        List<FieldDef> parts = new ArrayList<>(List.of(
                of(prefix + "Street", FieldType.TEXTAREA, 255).in(compound, "Street"),
                text(prefix + "City", 40).in(compound, "City"),
                text(prefix + "State", 80).in(compound, "State"),
                text(prefix + "PostalCode", 20).in(compound, "PostalCode"),
                text(prefix + "Country", 80).in(compound, "Country")));
        if (features.addressPicklists()) {
            parts.add(codes(prefix + "StateCode", AddressPicklists.states()).in(compound, "StateCode"));
            parts.add(
                    codes(prefix + "CountryCode", AddressPicklists.countries()).in(compound, "CountryCode"));
        }
        List<FieldDef> all = new ArrayList<>(parts);
        all.add(formula(compound, FieldType.ADDRESS, 0, record -> whole(parts, record)));
        return all;
    }

    /** Not restricted as other picklists are: what is refused, and how, is up to the rules of addresses. */
    private static FieldDef codes(String name, List<AddressPicklists.Place> places) {
        return picklist(
                name,
                places.stream().map(AddressPicklists.Place::code).distinct().toArray(String[]::new));
    }

    /** An address as REST tells it, null if all of it is empty. */
    private static Object whole(List<FieldDef> parts, Function<String, Object> record) {
        Map<String, Object> whole = new LinkedHashMap<>();
        for (FieldDef part : parts) {
            String component = part.eventPath().substring(part.eventPath().indexOf('.') + 1);
            whole.put(Character.toLowerCase(component.charAt(0)) + component.substring(1), record.apply(part.name()));
        }
        if (whole.values().stream().allMatch(Objects::isNull)) {
            return null;
        }
        List.of("geocodeAccuracy", "latitude", "longitude").forEach(unknown -> whole.put(unknown, null));
        return whole;
    }

    private static List<FieldDef> reachable() {
        return List.of(
                of("Phone", FieldType.PHONE, 40),
                of("MobilePhone", FieldType.PHONE, 40),
                of("Fax", FieldType.PHONE, 40),
                of("Email", FieldType.EMAIL, 80));
    }

    private static List<FieldDef> optOuts() {
        return List.of(checkbox("HasOptedOutOfEmail"), checkbox("HasOptedOutOfFax"), checkbox("DoNotCall"));
    }

    private static FieldDef leadSource() {
        return picklist("LeadSource", "Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other");
    }

    private static List<FieldDef> tail(OrgFeatures features) {
        List<FieldDef> fields = new ArrayList<>();
        fields.add(reference("RecordTypeId", "RecordType", "RecordType"));
        if (!features.currencies().isEmpty()) {
            fields.add(picklist("CurrencyIsoCode", features.currencies().toArray(String[]::new))
                    .restrict()
                    .initially(features.currencies().get(0)));
        }
        fields.add(of("LinkedIn_URL__c", FieldType.URL, 255));
        fields.add(text("LeadIQ_Id__c", 255));
        fields.add(of("LeadIQ_Enriched_At__c", FieldType.DATETIME, 0));
        fields.add(text("LeadIQ_Status__c", 255));
        fields.add(reference("OwnerId", "User", "Owner"));
        fields.addAll(stamps());
        return fields;
    }

    private static List<FieldDef> stamps() {
        return List.of(
                of("CreatedDate", FieldType.DATETIME, 0).required().readOnly(),
                reference("CreatedById", "User", "CreatedBy").required().readOnly(),
                of("LastModifiedDate", FieldType.DATETIME, 0).required().readOnly(),
                reference("LastModifiedById", "User", "LastModifiedBy")
                        .required()
                        .readOnly(),
                of("SystemModstamp", FieldType.DATETIME, 0).required().readOnly());
    }

    private static FieldDef nillable(FieldDef f) {
        return new FieldDef(
                f.name(),
                f.type(),
                f.length(),
                true,
                f.writable(),
                f.restricted(),
                f.picklist(),
                f.labels(),
                null,
                null,
                f.eventPath(),
                null,
                null);
    }

    private static Object fullName(Function<String, Object> record) {
        return Stream.of(record.apply("FirstName"), record.apply("LastName"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static Object emailDomain(Function<String, Object> record) {
        return record.apply("Email") instanceof String email ? email.substring(email.lastIndexOf('@') + 1) : null;
    }
}

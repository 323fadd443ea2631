/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.hubspot.PortalProperty.Option;
import io.github.camelleadiq.simulator.hubspot.PortalProperty.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects of a portal, and what each has from the start. */
enum CrmObject {
    /** Ids begin above 2^32, and soon have a digit more: sorted as text they are in the wrong order. */
    CONTACTS(
            "contacts",
            "contact",
            "0-1",
            "lastmodifieddate",
            9_999_999_980L,
            List.of("email", "firstname", "lastname")),
    COMPANIES("companies", "company", "0-2", "hs_lastmodifieddate", 99_999_999_980L, List.of("name", "domain"));

    static final String ID = "hs_object_id";
    static final String CREATED = "createdate";
    static final String MERGED = "hs_merged_object_ids";
    /** Contacts only; tells of the last merge alone. */
    static final String MERGED_VIDS = "hs_calculated_merged_vids";

    static final String EMAIL = "email";

    private final String plural;
    private final String singular;
    private final String typeId;
    private final String modified;
    private final long firstId;
    private final List<String> shown;

    CrmObject(String plural, String singular, String typeId, String modified, long firstId, List<String> shown) {
        this.plural = plural;
        this.singular = singular;
        this.typeId = typeId;
        this.modified = modified;
        this.firstId = firstId;
        this.shown = shown;
    }

    /** By any of its names. */
    static CrmObject of(String name) {
        return Arrays.stream(values())
                .filter(o -> o.plural.equals(name) || o.singular.equals(name) || o.typeId.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not an object of this portal: " + name));
    }

    /** As in paths. */
    String plural() {
        return plural;
    }

    String singular() {
        return singular;
    }

    String typeId() {
        return typeId;
    }

    /** The property with the time of the last change. */
    String modified() {
        return modified;
    }

    long firstId() {
        return firstId;
    }

    /** What is answered if no properties are asked for, besides id and times. */
    List<String> shown() {
        return shown;
    }

    Map<String, PortalProperty> standardProperties() {
        Map<String, PortalProperty> all = new LinkedHashMap<>();
        for (PortalProperty property : this == CONTACTS ? contact() : company()) {
            all.put(property.name(), property);
        }
        all.put(ID, system(ID, Type.NUMBER));
        all.put(CREATED, system(CREATED, Type.DATETIME));
        all.put(modified, system(modified, Type.DATETIME));
        all.put(MERGED, system(MERGED, Type.STRING).calculated(true));
        all.put(
                "hubspot_owner_id",
                PortalProperty.enumeration("hubspot_owner_id").externalOptions(true));
        all.put(
                "lifecyclestage",
                PortalProperty.enumeration(
                        "lifecyclestage",
                        new Option("Subscriber", "subscriber"),
                        new Option("Lead", "lead"),
                        new Option("Customer", "customer")));
        return all;
    }

    private static List<PortalProperty> contact() {
        return List.of(
                PortalProperty.of(EMAIL, Type.STRING),
                PortalProperty.of("firstname", Type.STRING),
                PortalProperty.of("lastname", Type.STRING),
                PortalProperty.of("jobtitle", Type.STRING),
                PortalProperty.of("company", Type.STRING),
                PortalProperty.of("website", Type.STRING),
                PortalProperty.of("phone", Type.STRING),
                PortalProperty.of("mobilephone", Type.STRING),
                PortalProperty.of("city", Type.STRING),
                PortalProperty.of("state", Type.STRING),
                PortalProperty.of("zip", Type.STRING),
                PortalProperty.of("country", Type.STRING),
                PortalProperty.of("address", Type.STRING),
                PortalProperty.of("hs_linkedin_url", Type.STRING),
                PortalProperty.of("date_of_birth", Type.DATE),
                PortalProperty.enumeration(
                        "hs_seniority",
                        new Option("VP", "vp"),
                        new Option("Director", "director"),
                        new Option("Manager", "manager")),
                PortalProperty.enumeration("hs_lead_status", new Option("New", "NEW"), new Option("Open", "OPEN")),
                PortalProperty.of("hs_email_optout", Type.BOOL).readOnly(true),
                PortalProperty.of("hs_email_bad_address", Type.BOOL).calculated(true),
                PortalProperty.enumeration(
                                "hs_email_hard_bounce_reason_enum",
                                new Option("Unknown user", "UNKNOWN_USER"),
                                new Option("Other", "OTHER"))
                        .readOnly(true),
                PortalProperty.of(MERGED_VIDS, Type.STRING).calculated(true),
                PortalProperty.of("associatedcompanyid", Type.NUMBER).readOnly(true));
    }

    private static List<PortalProperty> company() {
        return List.of(
                PortalProperty.of("name", Type.STRING),
                PortalProperty.of("domain", Type.STRING),
                PortalProperty.of("website", Type.STRING),
                PortalProperty.of("phone", Type.STRING),
                PortalProperty.of("description", Type.STRING),
                PortalProperty.of("city", Type.STRING),
                PortalProperty.of("state", Type.STRING),
                PortalProperty.of("zip", Type.STRING),
                PortalProperty.of("country", Type.STRING),
                PortalProperty.of("address", Type.STRING),
                PortalProperty.of("founded_year", Type.STRING),
                PortalProperty.of("linkedin_company_page", Type.STRING),
                PortalProperty.of("numberofemployees", Type.NUMBER),
                PortalProperty.of("annualrevenue", Type.NUMBER),
                PortalProperty.enumeration(
                        "industry",
                        new Option("Computer Software", "COMPUTER_SOFTWARE"),
                        new Option("Banking", "BANKING"),
                        new Option("Hospital & Health Care", "HOSPITAL_HEALTH_CARE")));
    }

    private static PortalProperty system(String name, Type type) {
        return PortalProperty.of(name, type).readOnly(true);
    }
}

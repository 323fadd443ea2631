/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import io.github.camelleadiq.client.DataPoint;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What of LeadIQ's answer can be mapped to a field, and which data point that is. */
public enum Source {
    LEADIQ_ID("person.leadiqId", DataPoint.PROFILE),
    LINKEDIN_URL("person.linkedinUrl", DataPoint.PROFILE),
    FIRST_NAME("person.firstName", DataPoint.PROFILE),
    MIDDLE_NAME("person.middleName", DataPoint.PROFILE),
    LAST_NAME("person.lastName", DataPoint.PROFILE),
    FULL_NAME("person.fullName", DataPoint.PROFILE),
    TITLE("person.title", DataPoint.PROFILE),
    SENIORITY("person.seniority", DataPoint.PROFILE),
    FUNCTION("person.function", DataPoint.PROFILE),
    POSITION_START("person.positionStart", DataPoint.PROFILE),
    ADDRESS("person.address", DataPoint.PROFILE),
    CITY("person.city", DataPoint.PROFILE),
    STATE("person.state", DataPoint.PROFILE),
    COUNTRY("person.country", DataPoint.PROFILE),
    COUNTRY_CODE("person.countryCode", DataPoint.PROFILE),
    EMAIL_WORK("person.email.work", DataPoint.EMAIL),
    EMAIL_PERSONAL("person.email.personal", DataPoint.EMAIL),
    PHONE_MOBILE("person.phone.mobile", DataPoint.PHONE),
    PHONE_DIRECT("person.phone.direct", DataPoint.PHONE),
    PHONE_BRANCH("person.phone.branch", DataPoint.PHONE),
    PHONE_HQ("person.phone.hq", DataPoint.PHONE),
    PHONE_HOME("person.phone.home", DataPoint.PHONE),
    PHONE_FAX("person.phone.fax", DataPoint.PHONE),
    COMPANY_LEADIQ_ID("company.leadiqId", DataPoint.PROFILE),
    COMPANY_NAME("company.name", DataPoint.PROFILE),
    COMPANY_DOMAIN("company.domain", DataPoint.COMPANY),
    COMPANY_WEBSITE("company.website", DataPoint.COMPANY),
    COMPANY_LINKEDIN_URL("company.linkedinUrl", DataPoint.COMPANY),
    COMPANY_DESCRIPTION("company.description", DataPoint.COMPANY),
    COMPANY_TYPE("company.type", DataPoint.COMPANY),
    COMPANY_PHONE("company.phone", DataPoint.COMPANY),
    COMPANY_ADDRESS("company.address", DataPoint.COMPANY),
    COMPANY_STREET("company.street", DataPoint.COMPANY),
    COMPANY_CITY("company.city", DataPoint.COMPANY),
    COMPANY_STATE("company.state", DataPoint.COMPANY),
    COMPANY_POSTAL_CODE("company.postalCode", DataPoint.COMPANY),
    COMPANY_COUNTRY("company.country", DataPoint.COMPANY),
    COMPANY_COUNTRY_CODE("company.countryCode", DataPoint.COMPANY),
    COMPANY_EMPLOYEES("company.employees", DataPoint.COMPANY),
    COMPANY_EMPLOYEE_RANGE("company.employeeRange", DataPoint.COMPANY),
    COMPANY_INDUSTRY("company.industry", DataPoint.COMPANY),
    COMPANY_SPECIALITIES("company.specialities", DataPoint.COMPANY),
    COMPANY_TECHNOLOGIES("company.technologies", DataPoint.COMPANY),
    COMPANY_REVENUE("company.revenue", DataPoint.COMPANY),
    COMPANY_REVENUE_RANGE("company.revenueRange", DataPoint.COMPANY),
    COMPANY_FOUNDED_YEAR("company.foundedYear", DataPoint.COMPANY),
    COMPANY_FUNDING_TOTAL("company.fundingTotal", DataPoint.COMPANY),
    COMPANY_LAST_FUNDING_TYPE("company.lastFundingType", DataPoint.COMPANY),
    COMPANY_LAST_FUNDING_ON("company.lastFundingOn", DataPoint.COMPANY),
    COMPANY_SIC_CODE("company.sicCode", DataPoint.COMPANY),
    COMPANY_NAICS_CODE("company.naicsCode", DataPoint.COMPANY),
    COMPANY_PARENT_NAME("company.parentName", DataPoint.COMPANY),
    COMPANY_ULTIMATE_PARENT_NAME("company.ultimateParentName", DataPoint.COMPANY),
    COMPANY_LOGO_URL("company.logoUrl", DataPoint.COMPANY),
    COMPANY_CRUNCHBASE_URL("company.crunchbaseUrl", DataPoint.COMPANY),
    COMPANY_FACEBOOK_URL("company.facebookUrl", DataPoint.COMPANY),
    COMPANY_TWITTER_URL("company.twitterUrl", DataPoint.COMPANY);

    private static final Map<String, Source> BY_PATH = Collections.unmodifiableMap(Arrays.stream(values())
            .collect(Collectors.toMap(Source::path, source -> source, (one, other) -> one, LinkedHashMap::new)));

    private final String path;
    private final DataPoint dataPoint;

    Source(String path, DataPoint dataPoint) {
        this.path = path;
        this.dataPoint = dataPoint;
    }

    /** The name in profiles and in the enrichment log, such as {@code person.email.work}. */
    public String path() {
        return path;
    }

    /** What has to be bought to get it. */
    public DataPoint dataPoint() {
        return dataPoint;
    }

    /** Whether answers about this kind of record have it: companies have no {@code person} in them. */
    public boolean isIn(Kind kind) {
        return kind == Kind.PERSON || path.startsWith("company.");
    }

    /** All sources by path, in their order. */
    public static Map<String, Source> byPath() {
        return BY_PATH;
    }

    /** The sources of a group: {@code all}, a prefix such as {@code person.phone}, or a single path. */
    public static Set<Source> group(String name) {
        return Arrays.stream(values())
                .filter(source -> name.equals("all") || source.path.equals(name) || source.path.startsWith(name + "."))
                .collect(Collectors.toUnmodifiableSet());
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.model.CompanyHierarchyNode;
import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.DateRange;
import io.github.camelleadiq.model.LocationInfo;
import io.github.camelleadiq.model.LocationRecord;
import io.github.camelleadiq.model.NameInfo;
import io.github.camelleadiq.model.PhoneType;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.model.RevenueRange;
import io.github.camelleadiq.model.TechnologyInfo;
import io.github.camelleadiq.routes.core.profile.Source;
import io.github.camelleadiq.routes.core.text.Countries;
import io.github.camelleadiq.routes.core.text.Spaces;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where in an answer each source is found. */
final class Values {
    private static final Map<Source, Function<Answer, List<SourcedValue>>> READERS = new EnumMap<>(Source.class);

    static {
        contacts();
        people();
        companies();
        companyPlaces();
    }

    private Values() {}

    /** The values of a source, best first; none if the answer has none that may be written. */
    static List<SourcedValue> of(Source source, Answer answer) {
        return READERS.get(source).apply(answer);
    }

    private static void contacts() {
        READERS.put(Source.EMAIL_WORK, Emails::work);
        READERS.put(Source.EMAIL_PERSONAL, Emails::personal);
        phone(Source.PHONE_MOBILE, PhoneType.WORK_MOBILE, PhoneType.PERSONAL_MOBILE);
        phone(Source.PHONE_DIRECT, PhoneType.WORK_PHONE);
        phone(Source.PHONE_BRANCH, PhoneType.WORK_BRANCH);
        phone(Source.PHONE_HQ, PhoneType.WORK_HQ);
        phone(Source.PHONE_HOME, PhoneType.PERSONAL_PHONE, PhoneType.PERSONAL_LANDLINE);
        phone(Source.PHONE_FAX, PhoneType.FAX);
        READERS.put(
                Source.COMPANY_PHONE,
                answer -> answer.company() == null
                        ? List.of()
                        : answer.company().phones().stream()
                                .filter(Objects::nonNull)
                                .map(phone -> new SourcedValue(phone, null, null))
                                .toList());
    }

    private static void people() {
        person(Source.LEADIQ_ID, answer -> answer.person().id());
        person(Source.LINKEDIN_URL, answer -> get(answer.person().linkedin(), linkedin -> linkedin.linkedinUrl()));
        name(Source.FIRST_NAME, NameInfo::first);
        name(Source.MIDDLE_NAME, NameInfo::middle);
        name(Source.LAST_NAME, NameInfo::last);
        name(Source.FULL_NAME, NameInfo::fullName);
        position(Source.TITLE, PositionRecord::title);
        position(Source.SENIORITY, PositionRecord::seniority);
        position(Source.FUNCTION, PositionRecord::function);
        position(Source.POSITION_START, position -> instant(get(position.dateRange(), DateRange::start)));
        place(Source.ADDRESS, LocationRecord::fullAddress);
        place(Source.CITY, LocationRecord::city);
        place(Source.STATE, LocationRecord::areaLevel1);
        place(Source.COUNTRY, LocationRecord::country);
        place(Source.COUNTRY_CODE, place -> code(place.countryCode2(), place.country()));
    }

    private static void companies() {
        company(Source.COMPANY_LEADIQ_ID, CompanyInfo::id);
        company(Source.COMPANY_NAME, CompanyInfo::name);
        company(Source.COMPANY_DOMAIN, CompanyInfo::domain);
        company(Source.COMPANY_WEBSITE, company -> get(company.domain(), domain -> "https://" + domain));
        company(Source.COMPANY_LINKEDIN_URL, CompanyInfo::linkedinUrl);
        company(Source.COMPANY_DESCRIPTION, CompanyInfo::description);
        company(Source.COMPANY_TYPE, CompanyInfo::type);
        company(Source.COMPANY_EMPLOYEES, CompanyInfo::numberOfEmployees);
        company(Source.COMPANY_EMPLOYEE_RANGE, CompanyInfo::employeeRange);
        company(Source.COMPANY_INDUSTRY, CompanyInfo::industry);
        company(Source.COMPANY_SPECIALITIES, company -> listed(company.specialities()));
        company(
                Source.COMPANY_TECHNOLOGIES,
                company -> listed(company.technologies().stream()
                        .filter(Objects::nonNull)
                        .map(TechnologyInfo::name)
                        .toList()));
        company(Source.COMPANY_REVENUE, CompanyInfo::revenue);
        company(Source.COMPANY_REVENUE_RANGE, company -> get(company.revenueRange(), RevenueRange::description));
        company(Source.COMPANY_FOUNDED_YEAR, CompanyInfo::foundedYear);
        company(Source.COMPANY_FUNDING_TOTAL, company -> get(company.fundingInfo(), info -> info.fundingTotalUsd()));
        company(
                Source.COMPANY_LAST_FUNDING_TYPE,
                company -> get(company.fundingInfo(), info -> info.lastFundingType()));
        company(
                Source.COMPANY_LAST_FUNDING_ON,
                company -> instant(get(company.fundingInfo(), info -> info.lastFundingOn())));
        company(Source.COMPANY_SIC_CODE, company -> get(company.sicCode(), code -> code.code()));
        company(Source.COMPANY_NAICS_CODE, company -> get(company.naicsCode(), code -> code.code()));
        company(
                Source.COMPANY_PARENT_NAME,
                company -> get(get(company.companyHierarchy(), tree -> tree.parent()), CompanyHierarchyNode::name));
        company(
                Source.COMPANY_ULTIMATE_PARENT_NAME,
                company -> get(
                        get(company.companyHierarchy(), tree -> tree.ultimateParent()), CompanyHierarchyNode::name));
        company(Source.COMPANY_LOGO_URL, CompanyInfo::logoUrl);
        company(Source.COMPANY_CRUNCHBASE_URL, CompanyInfo::crunchbaseUrl);
        company(Source.COMPANY_FACEBOOK_URL, CompanyInfo::facebookUrl);
        company(Source.COMPANY_TWITTER_URL, CompanyInfo::twitterUrl);
    }

    private static void companyPlaces() {
        company(Source.COMPANY_ADDRESS, CompanyInfo::address);
        companyPlace(Source.COMPANY_STREET, LocationInfo::street1);
        companyPlace(Source.COMPANY_CITY, LocationInfo::city);
        companyPlace(Source.COMPANY_STATE, LocationInfo::areaLevel1);
        companyPlace(Source.COMPANY_POSTAL_CODE, LocationInfo::postalCode);
        company(Source.COMPANY_COUNTRY, company -> Optional.ofNullable(
                        get(company.locationInfo(), LocationInfo::country))
                .orElse(company.country()));
        company(Source.COMPANY_COUNTRY_CODE, company -> {
            LocationInfo place = company.locationInfo();
            return code(get(place, LocationInfo::countryCode2), place == null ? company.country() : place.country());
        });
    }

    private static void phone(Source source, PhoneType... types) {
        READERS.put(source, answer -> Phones.ofTypes(answer, List.of(types)));
    }

    private static void person(Source source, Function<Answer, Object> value) {
        READERS.put(
                source,
                answer -> answer.person() == null
                        ? List.of()
                        : one(value.apply(answer), answer.person().updatedAt()));
    }

    private static void name(Source source, Function<NameInfo, Object> value) {
        person(source, answer -> get(answer.person().name(), value));
    }

    private static void place(Source source, Function<LocationRecord, Object> value) {
        person(source, answer -> get(answer.person().location(), value));
    }

    private static void position(Source source, Function<PositionRecord, Object> value) {
        READERS.put(
                source,
                answer -> answer.position() == null
                        ? List.of()
                        : one(value.apply(answer.position()), answer.position().updatedAt()));
    }

    private static void company(Source source, Function<CompanyInfo, Object> value) {
        READERS.put(
                source,
                answer -> answer.company() == null
                        ? List.of()
                        : one(value.apply(answer.company()), answer.company().updatedDate()));
    }

    private static void companyPlace(Source source, Function<LocationInfo, Object> value) {
        company(source, company -> get(company.locationInfo(), value));
    }

    private static List<SourcedValue> one(Object value, ZonedDateTime seenAt) {
        return value == null || Spaces.strip(value.toString()).isEmpty()
                ? List.of()
                : List.of(SourcedValue.of(value, null, seenAt));
    }

    private static <T, R> R get(T from, Function<T, R> property) {
        return from == null ? null : property.apply(from);
    }

    private static Object instant(ZonedDateTime time) {
        return get(time, ZonedDateTime::toInstant);
    }

    private static Object code(String code, String country) {
        return Countries.code(code).or(() -> Countries.code(country)).orElse(null);
    }

    private static Listed listed(List<String> values) {
        return new Listed(values.stream()
                .filter(Objects::nonNull)
                .map(Spaces::strip)
                .filter(value -> !value.isEmpty())
                .toList());
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

import static io.github.camelleadiq.simulator.engine.MapOf.map;

import io.github.camelleadiq.simulator.people.SimCompany;
import java.util.List;

/** Companies in their two shapes. */
final class CompanyViews {
    private CompanyViews() {}

    static void register() {
        Views.of("CompanyInfo", SimCompany.class)
                .with("id", SimCompany::id)
                .with("source", SimCompany::id)
                .with("name", SimCompany::name)
                .with("alternativeNames", c -> List.of())
                .with("domain", SimCompany::domain)
                .with("description", CompanyViews::description)
                .with("emailDomains", c -> List.of(c.domain()))
                .with("type", SimCompany::type)
                .with("phones", c -> List.of(c.phone()))
                .with("country", c -> c.place().country())
                .with("address", CompanyViews::address)
                .with("locationInfo", c -> map("formattedAddress", address(c), "street1", c.street(), "street2", null)
                        .and("city", c.place().city())
                        .and("areaLevel1", c.place().state())
                        .and("country", c.place().country())
                        .and("countryCode2", c.place().code2())
                        .and("countryCode3", c.place().code3())
                        .and("postalCode", c.postalCode()))
                .with("logoUrl", c -> "https://" + c.domain() + "/logo.png")
                .with("linkedinId", SimCompany::linkedinId)
                .with("linkedinUrl", SimCompany::linkedinUrl)
                .with("numberOfEmployees", SimCompany::employees)
                .with("industry", SimCompany::industry)
                .with("specialities", c -> List.of("Examples", "Demonstrations"))
                .with("technologies", c -> c.technologies().stream()
                        .map(name -> map("name", name, "category", "Software", "parentCategory", null)
                                .and("attributes", List.of())
                                .and("categories", List.of("Software")))
                        .toList())
                .with("revenue", SimCompany::revenue)
                .with("revenueRange", CompanyViews::revenueRange)
                .with("predictedRevenue", CompanyViews::revenueRange)
                .with("fundingInfo", CompanyViews::funding)
                .with("sicCode", CompanyViews::sicCode)
                .with("naicsCode", CompanyViews::naicsCode)
                .with("employeeRange", c -> c.employees() < 100 ? "1-99" : "100+")
                .with("foundedYear", SimCompany::foundedYear)
                .with("crunchbaseUrl", c -> null)
                .with("facebookUrl", c -> null)
                .with("twitterUrl", c -> null)
                .with("updatedDate", SimCompany::updatedAt);
        for (String type : List.of("Company", "MatchingServiceCompany")) {
            Views.of(type, SimCompany.class)
                    .with("id", SimCompany::id)
                    .with("name", SimCompany::name)
                    .with("industry", SimCompany::industry)
                    .with("description", CompanyViews::description)
                    .with("linkedinId", SimCompany::linkedinId)
                    .with("domain", SimCompany::domain)
                    .with("employeeCount", SimCompany::employees)
                    .with("city", c -> c.place().city())
                    .with("state", c -> c.place().state())
                    .with("country", c -> c.place().country())
                    .with("countryCode2", c -> c.place().code2())
                    .with("countryCode3", c -> c.place().code3())
                    .with("postalCode", SimCompany::postalCode)
                    .with("score", c -> null)
                    .with("companyTechnologies", SimCompany::technologies)
                    .with("companyTechnologyCategories", c -> List.of("Software"))
                    .with("revenueRange", CompanyViews::revenueRange)
                    .with("fundingInfo", CompanyViews::funding)
                    .with("naicsCode", CompanyViews::naicsCode)
                    .with("sicCode", CompanyViews::sicCode);
        }
    }

    private static String description(SimCompany company) {
        return company.name() + " is an invented company.";
    }

    private static String address(SimCompany company) {
        return company.street() + ", " + company.place().formatted();
    }

    private static MapOf revenueRange(SimCompany company) {
        return map("start", company.revenue() / 2, "end", company.revenue() * 2, "description", "estimate");
    }

    private static MapOf funding(SimCompany company) {
        return map("fundingRounds", "2", "fundingTotalUsd", company.revenue() / 10, "lastFundingType", "Seed")
                .and("lastFundingOn", company.updatedAt())
                .and("lastFundingUsd", company.revenue() / 20);
    }

    private static MapOf sicCode(SimCompany company) {
        return map("code", "7371", "description", company.industry());
    }

    private static MapOf naicsCode(SimCompany company) {
        return map("code", "541511", "description", company.industry());
    }
}

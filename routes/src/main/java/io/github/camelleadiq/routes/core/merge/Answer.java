/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.LocationInfo;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.text.Countries;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A matched candidate, as values are taken from it.
 *
 * @param person null for companies
 * @param position the current position that the CRM means; null if there is none
 * @param company null if nothing is known of it
 * @param crmCountry what the record says of its country; null for nothing
 */
record Answer(
        PersonRecord person,
        PositionRecord position,
        CompanyInfo company,
        EnrichmentProfile profile,
        String crmCountry) {
    static Answer of(Candidate candidate, EnrichmentProfile profile, CrmRecord crmRecord) {
        String country = profile.identifier(crmRecord, Identifier.COUNTRY).orElse(null);
        if (candidate instanceof Candidate.OfPerson found) {
            PositionRecord position = found.position();
            return new Answer(
                    found.person(), position, position == null ? null : position.companyInfo(), profile, country);
        }
        return new Answer(null, null, ((Candidate.OfCompany) candidate).company(), profile, country);
    }

    /**
     * The country, two letters, in which a number of the person is dialled that does not name its country: the person's,
     * else the record's, else the profile's. For a company's record it is that of the company. A country that is there but
     * cannot be read counts: a number must not be dialled in another one. Null if nothing tells.
     */
    String region() {
        return person == null ? companyRegion() : region(personCountry());
    }

    /**
     * The same for a number of the company. The country of a person who works there says nothing of it; and where one is
     * known, that of the profile would be a guess.
     */
    String companyRegion() {
        if (person == null) {
            return region(companyCountry());
        }
        if (!companyCountry().isEmpty()) {
            return code(companyCountry());
        }
        return personCountry().isEmpty() && crmCountry == null ? profile.defaultRegion() : null;
    }

    private String region(List<String> first) {
        if (!first.isEmpty()) {
            return code(first);
        }
        return crmCountry == null ? profile.defaultRegion() : code(List.of(crmCountry));
    }

    private List<String> personCountry() {
        return person.location() == null
                ? List.of()
                : said(person.location().countryCode2(), person.location().country());
    }

    private List<String> companyCountry() {
        if (company == null) {
            return List.of();
        }
        LocationInfo place = company.locationInfo();
        return place == null ? said(company.country()) : said(place.countryCode2(), place.country(), company.country());
    }

    private static List<String> said(String... countries) {
        return Stream.of(countries)
                .filter(Objects::nonNull)
                .filter(country -> !country.isBlank())
                .toList();
    }

    private static String code(List<String> countries) {
        return countries.stream()
                .map(Countries::code)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}

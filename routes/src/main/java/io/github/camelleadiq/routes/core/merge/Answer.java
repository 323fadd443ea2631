/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.text.Countries;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A matched candidate, as values are taken from it.
 *
 * @param person null for companies
 * @param position the current position that the CRM means; null if there is none
 * @param company null if nothing is known of it
 */
record Answer(PersonRecord person, PositionRecord position, CompanyInfo company, EnrichmentProfile profile) {
    static Answer of(Candidate candidate, EnrichmentProfile profile) {
        if (candidate instanceof Candidate.OfPerson found) {
            PositionRecord position = found.position();
            return new Answer(found.person(), position, position == null ? null : position.companyInfo(), profile);
        }
        return new Answer(null, null, ((Candidate.OfCompany) candidate).company(), profile);
    }

    /** The country in which a number without a country code is dialled; null if nothing tells. */
    String region() {
        Stream<String> personal = person == null || person.location() == null
                ? Stream.empty()
                : Stream.of(person.location().countryCode2(), person.location().country());
        Stream<String> business = company == null
                ? Stream.empty()
                : Stream.concat(
                        company.locationInfo() == null
                                ? Stream.empty()
                                : Stream.of(
                                        company.locationInfo().countryCode2(),
                                        company.locationInfo().country()),
                        Stream.ofNullable(company.country()));
        return Stream.concat(personal, business)
                .map(Countries::code)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(profile.defaultRegion());
    }
}

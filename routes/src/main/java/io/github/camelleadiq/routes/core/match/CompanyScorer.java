/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.text.Countries;
import io.github.camelleadiq.routes.core.text.Domains;
import io.github.camelleadiq.routes.core.text.LinkedIn;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares companies with what the CRM knows. */
final class CompanyScorer implements Scorer {
    private final String id;
    private final Optional<String> linkedIn;
    private final Optional<String> country;
    private final Employer own;

    CompanyScorer(CrmRecord crmRecord, EnrichmentProfile profile) {
        id = profile.identifier(crmRecord, Identifier.LEADIQ_ID).orElse(null);
        linkedIn = profile.identifier(crmRecord, Identifier.LINKEDIN_URL).flatMap(LinkedIn::company);
        country = profile.identifier(crmRecord, Identifier.COUNTRY).flatMap(Countries::code);
        own = Employer.of(crmRecord, profile);
    }

    @Override
    public Scored score(Candidate candidate) {
        CompanyInfo company = ((Candidate.OfCompany) candidate).company();
        Employer theirs = Employer.of(company);
        Signals signals = new Signals();
        if (id != null && (id.equals(company.id()) || candidate.foundBy() == Rung.LEADIQ_ID)) {
            signals.add(Signal.LEADIQ_ID, 1);
        }
        Optional<String> page = LinkedIn.company(company.linkedinUrl());
        if (linkedIn.isPresent() && (page.isPresent() || candidate.foundBy() == Rung.LINKEDIN_URL)) {
            signals.add(Signal.LINKEDIN, linkedIn.equals(page) || candidate.foundBy() == Rung.LINKEDIN_URL ? 1 : 0);
        }
        if (!own.domains().isEmpty() && (!theirs.domains().isEmpty() || candidate.foundBy() == Rung.DOMAIN)) {
            boolean same = candidate.foundBy() == Rung.DOMAIN
                    || own.domains().stream()
                            .anyMatch(one -> theirs.domains().stream().anyMatch(other -> Domains.same(one, other)));
            signals.add(Signal.DOMAIN, same ? 1 : 0);
        }
        if (!own.names().isEmpty() && !theirs.names().isEmpty()) {
            signals.add(Signal.NAME, own.nameLikeness(theirs));
        }
        if (country.isPresent()) {
            country(company).ifPresent(code -> signals.add(Signal.COUNTRY, code.equals(country.get()) ? 1 : 0));
        }
        return new Scored(candidate, confidence(signals), signals.evidence());
    }

    private static double confidence(Signals signals) {
        boolean known =
                Stream.of(Signal.LEADIQ_ID, Signal.LINKEDIN, Signal.DOMAIN).anyMatch(signals::isFor);
        if (known) {
            return signals.mean();
        }
        // there are many companies of one name; the country makes it likely, or unlikely
        double limit = signals.isFor(Signal.COUNTRY) ? 0.85 : signals.isBelow(Signal.COUNTRY, 0.5) ? 0.5 : 0.75;
        return Math.min(signals.mean(), limit);
    }

    private static Optional<String> country(CompanyInfo company) {
        Optional<String> located = Optional.ofNullable(company.locationInfo())
                .flatMap(location ->
                        Countries.code(location.countryCode2()).or(() -> Countries.code(location.country())));
        return located.or(() -> Countries.code(company.country()));
    }
}

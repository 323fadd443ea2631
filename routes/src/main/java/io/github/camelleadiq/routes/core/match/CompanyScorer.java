/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Identifier;
import io.github.camelleadiq.routes.core.text.Agreement;
import io.github.camelleadiq.routes.core.text.CompanyNames;
import io.github.camelleadiq.routes.core.text.Countries;
import io.github.camelleadiq.routes.core.text.LinkedIn;
import java.util.Optional;
import java.util.Set;

/** Compares companies with what the CRM knows. */
final class CompanyScorer implements Scorer {
    private static final Set<Signal> IDENTITIES = Set.of(Signal.LEADIQ_ID, Signal.LINKEDIN, Signal.DOMAIN);

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
        Rung foundBy = candidate.foundBy();
        Employer.Comparison compared = own.compare(Employer.of(company));
        Signals signals = new Signals();
        boolean isId = id != null && (id.equals(company.id()) || foundBy == Rung.LEADIQ_ID);
        signals.add(Signal.LEADIQ_ID, isId ? Agreement.AGREES : Agreement.MISSING);
        signals.add(Signal.LINKEDIN, foundBy == Rung.LINKEDIN_URL ? Agreement.AGREES : linkedIn(company));
        // LeadIQ knows the other domains of a company
        signals.add(Signal.DOMAIN, foundBy == Rung.DOMAIN ? Agreement.AGREES : compared.domain());
        boolean isNamed = compared.likeness() > 0 && compared.name() != Agreement.MISSING;
        signals.add(
                isNamed
                        ? new Evidence(Signal.NAME, compared.name(), compared.likeness(), true)
                        : Evidence.of(Signal.NAME, compared.name()));
        Optional<String> theirs = country(company);
        signals.add(
                Signal.COUNTRY,
                country.isEmpty() || theirs.isEmpty()
                        ? Agreement.MISSING
                        : country.equals(theirs) ? Agreement.AGREES : Agreement.CONTRADICTS);
        boolean isPage = signals.agrees(Signal.LEADIQ_ID) || signals.agrees(Signal.LINKEDIN);
        if (signals.contradicts(Signal.DOMAIN) && isPage && signals.agrees(Signal.NAME)) {
            // a company has several
            signals.discount(Signal.DOMAIN);
        }
        return new Scored(candidate, confidence(signals), signals.evidence());
    }

    private static double confidence(Signals signals) {
        double confidence = signals.mean();
        if (signals.contradicts(Signal.DOMAIN) || signals.contradicts(Signal.LINKEDIN)) {
            confidence = Math.min(confidence, 0.5);
        }
        if (signals.contradicts(Signal.NAME)) {
            confidence = Math.min(confidence, 0.6);
        }
        if (signals.anyAgrees(IDENTITIES)) {
            return confidence;
        }
        if (!signals.agrees(Signal.NAME) || signals.contradicts(Signal.COUNTRY)) {
            return Math.min(confidence, 0.5);
        }
        // there are many companies of one name, and more of one abbreviation; the country makes it likely
        boolean isLikely = signals.agrees(Signal.COUNTRY) && signals.score(Signal.NAME) > CompanyNames.SAME;
        return Math.min(confidence, isLikely ? 0.85 : 0.75);
    }

    private Agreement linkedIn(CompanyInfo company) {
        if (linkedIn.isEmpty()) {
            return Agreement.MISSING;
        }
        Optional<String> page = LinkedIn.company(company.linkedinUrl());
        Agreement byPage =
                page.map(link -> LinkedIn.compare(linkedIn.get(), link)).orElse(Agreement.MISSING);
        Optional<String> number = LinkedIn.companyNumber(linkedIn.get());
        if (byPage == Agreement.AGREES || number.isEmpty() || company.linkedinId() == null) {
            return byPage;
        }
        return number.get().equals(company.linkedinId().strip()) ? Agreement.AGREES : Agreement.CONTRADICTS;
    }

    private static Optional<String> country(CompanyInfo company) {
        Optional<String> located = Optional.ofNullable(company.locationInfo())
                .flatMap(location ->
                        Countries.code(location.countryCode2()).or(() -> Countries.code(location.country())));
        return located.or(() -> Countries.code(company.country()));
    }
}

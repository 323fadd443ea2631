/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.plan;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.describe;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static io.github.camelleadiq.routes.core.Fixtures.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    private static final EnrichmentProfile CONTACT_DATA = profile(
            """
            mapping: {Email: person.email.work, Phone: person.phone.direct, Title: person.title, Industry: company.industry}
            optOuts: {DoNotCall: person.phone, HasOptedOutOfEmail: person.email, Stop__c: all}
            stamps: {enrichedAt: LeadIQ_Enriched_At__c}
            refreshAfter: 90d
            """);

    private static EnrichmentPlan plan(EnrichmentProfile profile, CrmRecord crmRecord) {
        Instant enrichedAt = Freshness.enrichedAt(crmRecord, profile, null);
        return Planner.plan(crmRecord, profile, describe(), enrichedAt, NOW);
    }

    private static CrmRecord ada(Object... more) {
        Object[] base = {"FirstName", "Ada", "LastName", "Example", "Company", "Acme Inc."};
        Object[] all = Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return lead(all);
    }

    @Test
    void buysOnlyWhatEmptyFieldsNeed() {
        EnrichmentPlan email = plan(CONTACT_DATA, ada("Phone", "1", "Title", "CTO", "Industry", "x"));
        assertThat(email.dataPoints()).containsExactly(DataPoint.PROFILE, DataPoint.EMAIL);
        assertThat(email.wanted()).containsOnlyKeys("Email");

        EnrichmentPlan all = plan(CONTACT_DATA, ada());
        assertThat(all.dataPointsOption()).isEqualTo("profile,email,phone,company");

        EnrichmentPlan title =
                plan(CONTACT_DATA, ada("Email", "a@b.example", "Phone", "1", "Industry", "x", "Title", "  "));
        assertThat(title.dataPoints()).containsExactly(DataPoint.PROFILE);
    }

    @Test
    void asksNothingWhenNothingIsMissing() {
        EnrichmentPlan plan = plan(CONTACT_DATA, ada("Email", "e", "Phone", "1", "Title", "t", "Industry", "x"));
        assertThat(plan.outcome()).isEqualTo(PlanOutcome.NOTHING_MISSING);
        assertThat(plan.lookups()).isEmpty();
    }

    @Test
    void buysNothingThatAnOptOutForbids() {
        EnrichmentPlan noCalls = plan(CONTACT_DATA, ada("DoNotCall", true));
        assertThat(noCalls.dataPoints()).doesNotContain(DataPoint.PHONE).contains(DataPoint.EMAIL);
        assertThat(plan(CONTACT_DATA, ada("HasOptedOutOfEmail", "true")).dataPoints())
                .doesNotContain(DataPoint.EMAIL);
        assertThat(plan(CONTACT_DATA, ada("Stop__c", "Ja")).outcome()).isEqualTo(PlanOutcome.OPTED_OUT);
        assertThat(plan(CONTACT_DATA, ada("DoNotCall", false)).dataPoints()).contains(DataPoint.PHONE);
    }

    @Test
    void buysNothingForAFieldThatCannotBeWritten() {
        FieldDescribe formula = new FieldDescribe("Phone", "phone", 40, false, List.of(), false);
        EnrichmentProfile missing =
                profile("mapping: {Nowhere__c: company.industry, Phone: person.phone.direct, Title: person.title}");
        EnrichmentPlan plan = Planner.plan(ada(), missing, describe(formula), null, NOW);
        assertThat(plan.wanted()).containsOnlyKeys("Title");
    }

    @Test
    void asksAgainForWhatMayBeOverwrittenOnceItIsDue() {
        EnrichmentProfile overwrite = profile(
                """
                mapping: {Title: {from: person.title, policy: overwrite}, Email: person.email.work, City: {from: person.city, policy: never}}
                stamps: {enrichedAt: LeadIQ_Enriched_At__c}
                refreshAfter: 90d
                """);
        CrmRecord old = ada("Title", "CTO", "Email", "e", "LeadIQ_Enriched_At__c", "2025-01-01T00:00:00.000+0000");
        CrmRecord fresh = ada("Title", "CTO", "Email", "e", "LeadIQ_Enriched_At__c", "2026-02-28T00:00:00.000+0000");
        assertThat(plan(overwrite, old).wanted()).containsOnlyKeys("Title");
        assertThat(plan(overwrite, fresh).outcome()).isEqualTo(PlanOutcome.NOTHING_MISSING);
        // our log counts where the org has no stamp, or an older one
        Instant logged = Freshness.enrichedAt(old, overwrite, NOW.minus(Duration.ofDays(1)));
        assertThat(Planner.plan(old, overwrite, describe(), logged, NOW).outcome())
                .isEqualTo(PlanOutcome.NOTHING_MISSING);
    }

    @Test
    void asksByTheMostPreciseFirst() {
        EnrichmentPlan plan = plan(
                CONTACT_DATA,
                ada(
                        "LeadIQ_Id__c",
                        "p1",
                        "LinkedIn_URL__c",
                        "http://de.linkedin.com/in/Ada-Example/?x=1",
                        "Email",
                        "Ada@Acme.example",
                        "Website",
                        "https://www.acme.example/about"));
        Map<String, Object> name = Map.of("firstName", "Ada", "lastName", "Example");
        assertThat(plan.lookups())
                .containsExactly(
                        new Lookup(Rung.LEADIQ_ID, "searchPeople", Map.of("id", "p1")),
                        new Lookup(
                                Rung.LINKEDIN_URL,
                                "searchPeople",
                                Map.of("linkedinUrl", "https://www.linkedin.com/in/ada-example")),
                        new Lookup(Rung.EMAIL, "searchPeople", Map.of("email", "ada@acme.example")),
                        new Lookup(
                                Rung.NAME_AND_DOMAIN,
                                "searchPeople",
                                Map.of(
                                        "firstName",
                                        "Ada",
                                        "lastName",
                                        "Example",
                                        "company",
                                        Map.of("domain", "acme.example", "strict", true))),
                        new Lookup(
                                Rung.NAME_AND_COMPANY,
                                "searchPeople",
                                Map.of(
                                        "firstName",
                                        "Ada",
                                        "lastName",
                                        "Example",
                                        "company",
                                        Map.of("name", "Acme Inc.", "domain", "acme.example", "strict", true))));
        assertThat(plan.lookups().get(4).input()).containsAllEntriesOf(name);
        assertThat(plan.toString() + plan.lookups()).doesNotContain("Ada").doesNotContain("acme");
    }

    @Test
    void freeMailSaysNothingOfACompany() {
        EnrichmentPlan plan =
                plan(CONTACT_DATA, ada("Email", "ada@gmail.com", "Website", "https://www.linkedin.com/company/acme"));
        assertThat(plan.lookups()).extracting(Lookup::rung).containsExactly(Rung.EMAIL, Rung.NAME_AND_COMPANY);
        assertThat(plan(CONTACT_DATA, ada("Email", "ada@acme.example"))
                        .lookups()
                        .get(1)
                        .input())
                .containsEntry("company", Map.of("emailDomain", "acme.example", "strict", true));
    }

    @Test
    void aCorrectedRecordIsAskedForByTheStoredIdLast() {
        CrmRecord crmRecord = ada("LeadIQ_Id__c", "p1", "Email", "ada@acme.example");
        EnrichmentPlan corrected = Planner.plan(crmRecord, CONTACT_DATA, describe(), null, NOW, true);
        assertThat(corrected.lookups())
                .extracting(Lookup::rung)
                .containsExactly(Rung.EMAIL, Rung.NAME_AND_DOMAIN, Rung.NAME_AND_COMPANY, Rung.LEADIQ_ID);
        assertThat(plan(CONTACT_DATA, crmRecord).lookups().get(0).rung()).isEqualTo(Rung.LEADIQ_ID);
    }

    @Test
    void aSharedMailboxIsAskedByLastAndNeverWithoutAName() {
        assertThat(plan(CONTACT_DATA, ada("Email", "info@acme.example")).lookups())
                .extracting(Lookup::rung)
                .containsExactly(Rung.NAME_AND_DOMAIN, Rung.NAME_AND_COMPANY, Rung.EMAIL);
        assertThat(plan(CONTACT_DATA, lead("LastName", "-", "Email", "sales@acme.example"))
                        .outcome())
                .isEqualTo(PlanOutcome.NO_IDENTIFIERS);
    }

    @Test
    void whatAProviderOrASharedSiteSaysIsNotAsked() {
        EnrichmentPlan plan =
                plan(CONTACT_DATA, ada("Email", "ada77@cox.net", "Website", "https://sites.google.com/view/acme"));
        assertThat(plan.lookups()).extracting(Lookup::rung).containsExactly(Rung.EMAIL, Rung.NAME_AND_COMPANY);
        assertThat(plan.lookups().get(1).input()).containsEntry("company", Map.of("name", "Acme Inc.", "strict", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{lead.name}}",
                "#REF!",
                "k.A.",
                "No Last Name",
                "Stealth Startup",
                "Unknown",
                "n/a",
                " ",
                "-",
                "[not provided]",
                "N.A.",
                "A\u0007da",
                "TBD"
            })
    void asksByNothingThatSaysNothing(String text) {
        EnrichmentPlan plan = plan(
                CONTACT_DATA,
                lead(
                        "FirstName",
                        text,
                        "LastName",
                        "Example",
                        "Company",
                        text,
                        "Email",
                        text,
                        "Website",
                        text,
                        "LinkedIn_URL__c",
                        text,
                        "LeadIQ_Id__c",
                        text + "\u0000"));
        assertThat(plan.outcome()).isEqualTo(PlanOutcome.NO_IDENTIFIERS);
    }

    @Test
    void asksByNothingOfAbsurdLength() {
        String name = "A".repeat(20_000);
        EnrichmentPlan plan = plan(
                CONTACT_DATA,
                lead(
                        "FirstName",
                        name,
                        "LastName",
                        name,
                        "Company",
                        name,
                        "Email",
                        name + "@acme.example",
                        "Website",
                        "https://" + name + ".example",
                        "LinkedIn_URL__c",
                        "https://linkedin.com/in/" + name));
        assertThat(plan.outcome()).isEqualTo(PlanOutcome.NO_IDENTIFIERS);
    }

    @Test
    void rightToLeftNamesGoThroughAsTheyAre() {
        EnrichmentPlan plan = plan(CONTACT_DATA, lead("FirstName", "שרה", "LastName", "כהן", "Company", "אקמי 🚀"));
        assertThat(plan.lookups().get(0).input())
                .containsEntry("firstName", "שרה")
                .containsEntry("lastName", "כהן");
    }

    @Test
    void companiesAreAskedForAsCompanies() {
        CrmRecord account =
                Fixtures.crmRecord("Account", "Name", "Acme Inc.", "Website", "acme.example", "Industry", "x");
        EnrichmentPlan plan = Planner.plan(account, Fixtures.shipped("account"), describe(), null, NOW);
        assertThat(plan.dataPoints()).containsExactly(DataPoint.PROFILE, DataPoint.COMPANY);
        assertThat(plan.lookups())
                .containsExactly(
                        new Lookup(Rung.DOMAIN, "searchCompany", Map.of("domain", "acme.example")),
                        new Lookup(Rung.COMPANY_NAME, "searchCompany", Map.of("name", "Acme Inc.")));
    }

    @Test
    void theFreePreviewSavesWhatIsNotThere() {
        EnrichmentProfile preview =
                profile("mapping: {Email: person.email.work, Phone: person.phone.direct}\npreview: true\n");
        EnrichmentPlan plan = plan(preview, ada("Website", "acme.example"));
        assertThat(plan.previews())
                .first()
                .isEqualTo(new Lookup(
                        Rung.NAME_AND_DOMAIN,
                        "searchPeoplePreview",
                        Map.of("firstName", "Ada", "lastName", "Example", "companyDomain", "acme.example")));
        assertThat(plan.afterPreview(true, false).dataPoints()).containsExactly(DataPoint.PROFILE, DataPoint.EMAIL);
        assertThat(plan.afterPreview(null, null).dataPoints()).isEqualTo(plan.dataPoints());
        assertThat(plan.afterPreview(false, false).outcome()).isEqualTo(PlanOutcome.NOTHING_TO_GAIN);
        assertThat(plan(preview, ada("Email", "e", "Phone", "1")).previews()).isEmpty();
    }

    @Test
    void doesNotBuyAmountsInAnotherCurrency() {
        EnrichmentProfile revenue =
                Fixtures.profile("mapping: {AnnualRevenue: company.revenue, Email: person.email.work}");
        EnrichmentPlan yen = plan(revenue, ada("CurrencyIsoCode", "JPY"));
        assertThat(yen.dataPoints()).containsExactly(DataPoint.PROFILE, DataPoint.EMAIL);
        assertThat(yen.afterPreview(true, null).dataPoints()).containsExactly(DataPoint.PROFILE, DataPoint.EMAIL);
        assertThat(plan(revenue, ada("CurrencyIsoCode", "JPY", "Email", "a@b.example"))
                        .outcome())
                .isEqualTo(PlanOutcome.NOTHING_MISSING);
        assertThat(plan(revenue, ada("CurrencyIsoCode", "usd")).dataPoints()).contains(DataPoint.COMPANY);
        EnrichmentProfile euros = Fixtures.profile("mapping: {AnnualRevenue: company.revenue}\ncurrency: EUR");
        assertThat(plan(euros, ada()).isLookup()).isFalse();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"lead", "contact", "account"})
    void theShippedProfilesFitAStandardOrg(String name) {
        EnrichmentProfile profile = Fixtures.shipped(name);
        assertThat(profile.mappings()).allMatch(mapping -> mapping.policy() == Policy.FILL_EMPTY);
        assertThat(ProfileCheck.against(profile, Fixtures.describe())).isEmpty();
    }

    @Test
    void readsAllThatAProfileCanSay() {
        EnrichmentProfile profile = Fixtures.profile(
                """
                mapping:
                  Email: person.email.work
                  Phone: [person.phone.direct, person.phone.hq]
                  Location__c: {template: "{{person.city}}, {{ person.country }}", maxLength: 20, tooLong: refuse}
                  Industry: {from: company.industry, policy: overwrite, values: {Software: Technology}, whenMissing: blank}
                policy: if-newer
                refreshAfter: 12h
                minConfidence: 0.7
                ambiguityMargin: 0
                watched: [Email]
                filter: [{field: Status, op: in, values: [Open, 1]}]
                optOuts: {DoNotCall: person.phone}
                stamps: {enrichedAt: Enriched__c}
                modifiedAt: LastModifiedDate
                emailStatuses: [Verified]
                preview: true
                budget: 500
                defaultRegion: DE
                """);
        assertThat(profile.mappings())
                .extracting(FieldMapping::policy)
                .containsExactly(Policy.IF_NEWER, Policy.IF_NEWER, Policy.IF_NEWER, Policy.OVERWRITE);
        assertThat(profile.mappings().get(1).from()).containsExactly(Source.PHONE_DIRECT, Source.PHONE_HQ);
        assertThat(profile.mappings().get(2).from()).containsExactly(Source.CITY, Source.COUNTRY);
        assertThat(profile.mappings().get(3).blankWhenMissing()).isTrue();
        assertThat(profile.refreshAfter()).isEqualTo(Duration.ofHours(12));
        assertThat(profile.watched()).isEqualTo(Set.of("Email"));
        assertThat(profile.filter()).containsExactly(new Condition("Status", Operator.IN, List.of("Open", "1")));
        assertThat(profile.optOuts().get(0).blocks())
                .contains(Source.PHONE_MOBILE)
                .doesNotContain(Source.COMPANY_PHONE);
        assertThat(profile.budget()).isEqualByComparingTo("500");
        assertThat(profile.preview()).isTrue();
        assertThat(profile.fieldsToRead()).contains("Email", "Status", "DoNotCall", "Enriched__c", "LastModifiedDate");
    }

    @ParameterizedTest
    @CsvSource({"UK, GB", "usa, US", "Deutschland, DE", "gb, GB", "EU, E"})
    void aRegionThatIsNoCodeOfACountryIsRefusedWithTheNearest(String region, String nearest) {
        assertThatThrownBy(() -> ProfileReader.read(
                        "lead.yaml",
                        """
                        object: Lead
                        kind: person
                        identifiers: {email: Email}
                        mapping: {City: person.city}
                        defaultRegion: %s
                        """
                                .formatted(region)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("lead.yaml:5")
                .hasMessageContaining("did you mean '" + nearest);
    }

    @Test
    void namesFileLineFieldAndTheNearestNameOfAllErrorsAtOnce() {
        ProfileException failure = catchThrowableOfType(
                ProfileException.class,
                () -> ProfileReader.read(
                        "lead.yaml",
                        """
                object: Lead
                kind: persn
                identifiers:
                  emial: Email
                mapping:
                  Phone: person.phone.mobil
                  City:
                    from: person.city
                    polcy: overwrite
                  Place__c: {template: "in {{person.citi}}"}
                  DoNotCall: person.title
                minConfidence: 80
                optOuts: {DoNotCall: person.phones}
                """));
        assertThat(failure.errors())
                .extracting(ProfileError::toString)
                .containsExactly(
                        "lead.yaml:2:7: kind: has the unknown value 'persn'; did you mean 'person'?",
                        "lead.yaml:4:3: identifiers.emial: is unknown; did you mean 'email'?",
                        "lead.yaml:6:10: mapping.Phone: has the unknown value 'person.phone.mobil'; did you mean 'person.phone.mobile'?",
                        "lead.yaml:9:5: mapping.City.polcy: is unknown; did you mean 'policy'?",
                        "lead.yaml:10:24: mapping.Place__c.template: has the unknown source 'person.citi'; did you mean 'person.city'?",
                        "lead.yaml:11:14: mapping.DoNotCall: is an opt-out field, which is never written",
                        "lead.yaml:12:16: minConfidence: has to be a number from 0 to 1; 80 % is 0.8",
                        "lead.yaml:13:22: optOuts.DoNotCall: has the unknown value 'person.phones'; did you mean 'person.phone'?");
        assertThat(failure).hasMessageContaining("lead.yaml:2:7").hasMessageContaining("lead.yaml:13:22");
    }

    @Test
    void refusesYamlThatIsMadeToHurt() {
        String aliases = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
        assertThatThrownBy(() -> ProfileReader.read("p", aliases)).hasMessageContaining("p:2:8: has an alias");
        assertThatThrownBy(() -> ProfileReader.read("p", "[".repeat(100_000)))
                .hasMessageContaining("is nested more than 10 deep");
        assertThatThrownBy(() -> ProfileReader.read("p", "#".repeat(300_000))).hasMessageContaining("is longer than");
        assertThatThrownBy(() -> ProfileReader.read("p", "a: 1\n---\nb: 2\n"))
                .hasMessageContaining("more than one document");
        assertThatThrownBy(() -> ProfileReader.read("p", "a: b: c")).hasMessageContaining("p:1:5: is not YAML");
        assertThatThrownBy(() -> ProfileReader.read("p", "")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> ProfileReader.read("p", "a: !!java.net.URL [x]"))
                .isInstanceOf(ProfileException.class);
        assertThatThrownBy(() -> ProfileReader.read("p", "budget: 1e999999999"))
                .hasMessageContaining("budget: has to be a number");
        assertThatThrownBy(() -> ProfileReader.read("p", "a: \u0000")).isInstanceOf(ProfileException.class);
    }

    @Test
    void saysWhatDoesNotFitTheOrg() {
        EnrichmentProfile profile = Fixtures.profile(
                """
                mapping:
                  Titel: person.title
                  Email: person.title
                  Website: company.website
                  Industry: {from: company.industry, values: {Software: Technologie}}
                  City: person.city
                  State: {from: person.state, policy: never}
                stamps: {enrichedAt: LeadIQ_Enriched__c}
                watched: [Emial]
                """);
        ObjectDescribe describe = Fixtures.describe(
                new FieldDescribe("Website", "url", 255, false, List.of(), false),
                Fixtures.field("Industry", "picklist", 255, "Technology"),
                Fixtures.field("City", "string", 5));
        assertThat(ProfileCheck.against(profile, describe))
                .extracting(finding -> finding.severity() + " " + finding.field() + ": " + finding.message())
                .containsExactly(
                        "ERROR Titel: is not a field of Lead, or field-level security hides it from us; did you mean 'Title'?",
                        "ERROR Email: is of type email and cannot take person.title",
                        "ERROR Website: cannot be written: it is read-only or a formula",
                        "ERROR LeadIQ_Enriched__c: is not a field of Lead, or field-level security hides it from us; did you mean 'LeadIQ_Enriched_At__c'?",
                        "WARNING Industry: has no value 'Technologie'; did you mean 'Technology'?",
                        "WARNING City: takes only 5 characters",
                        "WARNING Emial: is not a field of Lead, or field-level security hides it from us; did you mean 'Email'?");
    }

    @Test
    void saysWhichAmountsAreInAnotherCurrency() {
        String mapping = "mapping: {AnnualRevenue: company.revenue, Name: company.revenue}\n";
        EnrichmentProfile dollars = Fixtures.profile(mapping);
        EnrichmentProfile euros = Fixtures.profile(mapping + "currency: EUR\n");
        FieldDescribe several = Fixtures.field("CurrencyIsoCode", "picklist", 3, "EUR", "USD");

        assertThat(ProfileCheck.against(dollars, Fixtures.describe())).isEmpty();
        assertThat(ProfileCheck.against(euros, Fixtures.describe()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.field()).isEqualTo("AnnualRevenue");
                    assertThat(finding.message()).contains("EUR", "USD", "nothing will be written");
                });
        assertThat(ProfileCheck.against(dollars, Fixtures.describe(several)))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("CurrencyIsoCode", "records in another currency"));
    }
}

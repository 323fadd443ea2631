/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import static io.github.camelleadiq.simulator.salesforce.schema.FieldDef.multipicklist;
import static io.github.camelleadiq.simulator.salesforce.schema.FieldDef.picklist;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An org that was set up by codes: what people see of a value is not what is kept. */
class PicklistsTest {
    private static final EnrichmentProfile ACCOUNT = ProfileReader.read(
            "account.yaml",
            """
            object: Account
            kind: company
            identifiers:
              companyName: Name
              domain: Website
            mapping:
              BillingCity: company.city
              BillingStateCode: company.state
              BillingCountryCode: company.country
              Industry: company.industry
              Technologies__c: company.technologies
              Specialities__c: company.specialities
              Topics__c: company.specialities
              AnnualRevenue: company.revenue
            minConfidence: 0.8
            stamps:
              status: LeadIQ_Status__c
            """);

    @TempDir
    Path directory;

    @Test
    void valuesAreWrittenAsTheOrgKeepsThem() throws Exception {
        try (RoundTrip trip = new RoundTrip(directory, LeadIQSimulator.builder(), org())) {
            String usd = account(trip, Map.of());
            String yen = account(trip, Map.of("CurrencyIsoCode", "JPY"));
            // the org has the country under its code, and says so
            String canadian = account(trip, Map.of("BillingCountryCode", "CA", "BillingStateCode", "ON"));
            String half = account(trip, Map.of("BillingCountryCode", "US"));
            trip.node.with(routes -> routes.profile(ACCOUNT)).start("Account");
            trip.awaitSettled(4);

            assertThat(trip.dead()).isEmpty();
            assertThat(trip.salesforce.record("Account", usd))
                    .containsEntry("BillingCountryCode", "US")
                    .containsEntry("BillingStateCode", "IL")
                    .containsEntry("BillingCity", "Springfield")
                    .containsEntry("Technologies__c", "Java")
                    .containsEntry("Specialities__c", "Examples;Demonstrations")
                    .containsEntry("LeadIQ_Status__c", "Enriched");
            assertThat(trip.value("Account", usd, "AnnualRevenue")).isNotNull();
            // none of them is in a list that takes nothing else
            assertThat(trip.value("Account", usd, "Topics__c")).isNull();
            assertThat(trip.log("Account", usd))
                    .filteredOn(entry -> entry.outcome() == Outcome.REFUSED)
                    .extracting(LogEntry::field)
                    .contains("Topics__c");

            assertThat(trip.value("Account", yen, "AnnualRevenue")).isNull();
            assertThat(trip.value("Account", yen, "CurrencyIsoCode")).isEqualTo("JPY");
            assertThat(trip.value("Account", yen, "Technologies__c")).isEqualTo("Java");

            assertThat(trip.value("Account", canadian, "BillingCity")).isNull();
            assertThat(trip.value("Account", canadian, "BillingStateCode")).isEqualTo("ON");
            // nothing that depends on where a company is
            assertThat(trip.value("Account", canadian, "AnnualRevenue")).isNull();

            assertThat(trip.salesforce.record("Account", half))
                    .containsEntry("BillingState", "Illinois")
                    .containsEntry("BillingCity", "Springfield");
        }
    }

    private static String account(RoundTrip trip, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("Name", "Umbrella", "Website", "umbrella.example"));
        fields.putAll(more);
        return trip.salesforce.create("Account", fields);
    }

    private static SalesforceSimulatorBuilder org() {
        return SalesforceSimulator.builder()
                .field(
                        "Account",
                        multipicklist("Technologies__c", "Java", "Kafka", "Go").restrict())
                .field("Account", multipicklist("Specialities__c", "Consulting"))
                .field(
                        "Account",
                        multipicklist("Topics__c", "Consulting", "Training").restrict())
                .field(
                        "Account",
                        picklist("CurrencyIsoCode", "USD", "JPY", "EUR")
                                .restrict()
                                .initially("USD"));
    }
}

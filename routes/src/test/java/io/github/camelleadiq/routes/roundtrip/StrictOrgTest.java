/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.salesforce.org.ValidationRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orgs as they are today: picklists in addresses, validation rules, triggers that take few records at once. */
class StrictOrgTest {
    /** Of the countries of the simulated LeadIQ, those of which the picklists of a new org have states. */
    private static final Set<String> WITH_STATES = Set.of("United States", "Canada");

    @TempDir
    Path directory;

    @Test
    void addressesAreFilledAsThePicklistsHaveThem() throws Exception {
        try (RoundTrip trip = new RoundTrip(directory)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 17; i++) {
                ids.add(trip.lead("Example" + (char) ('a' + i)));
            }
            // what is there stays, and a state is not put into another country
            String australian = trip.lead("Exampley", Map.of("CountryCode", "AU"));
            String american = trip.lead("Examplez", Map.of("CountryCode", "US"));
            ids.addAll(List.of(australian, american));
            trip.node.with(routes -> routes.profile(Fixtures.shipped("lead"))).start("Lead");
            trip.awaitSettled(19);

            assertThat(trip.dead()).isEmpty();
            Set<Object> countries = new HashSet<>();
            for (String id : ids) {
                assertThat(trip.outcomes("Lead", id)).containsExactly(Outcome.WRITTEN);
                assertThat(trip.value("Lead", id, "Title")).isNotNull();
                Object country = trip.value("Lead", id, "Country");
                countries.add(country);
                if (!id.equals(australian) && !id.equals(american)) {
                    assertThat(trip.value("Lead", id, "City")).isNotNull();
                    assertThat(trip.value("Lead", id, "State") != null).isEqualTo(WITH_STATES.contains(country));
                    assertThat(refusedFields(trip, id).contains("State")).isNotEqualTo(WITH_STATES.contains(country));
                }
            }
            assertThat(countries)
                    .containsExactlyInAnyOrder(
                            "United States", "Canada", "Germany", "United Kingdom", "France", "Australia");
            assertThat(trip.value("Lead", australian, "State")).isNull();
        }
    }

    @Test
    void aRuleAboutOneFieldCostsThatFieldOnly() throws Exception {
        try (RoundTrip trip = new RoundTrip(directory)) {
            trip.salesforce
                    .rules()
                    .validation(new ValidationRule(
                            "Lead", lead -> lead.get("MobilePhone") != null, "Ask before you enter it", "MobilePhone"));
            String id = trip.lead("Example");
            trip.node.with(routes -> routes.profile(Fixtures.shipped("lead"))).start("Lead");
            trip.awaitSettled(1);

            assertThat(trip.dead()).isEmpty();
            assertThat(trip.value("Lead", id, "Email")).isNotNull();
            assertThat(trip.value("Lead", id, "MobilePhone")).isNull();
            assertThat(trip.value("Lead", id, "LeadIQ_Enriched_At__c")).isNotNull();
            assertThat(trip.log("Lead", id))
                    .filteredOn(entry -> "MobilePhone".equals(entry.field()))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
                        assertThat(entry.reason())
                                .isEqualTo("CRM_REFUSED: FIELD_CUSTOM_VALIDATION_EXCEPTION: Ask before you enter it");
                        assertThat(entry.newValue()).isNull();
                    });
        }
    }

    @Test
    void aTriggerThatTakesFewRecordsCostsRequestsOnly() throws Exception {
        try (RoundTrip trip = new RoundTrip(directory)) {
            trip.salesforce.rules().trigger("LeadTrigger", "Lead", 25);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                ids.add(trip.lead("Example" + (char) ('a' + i / 8) + (char) ('a' + i % 8)));
            }
            trip.node
                    .with(routes -> routes.profile(Fixtures.shipped("lead")).parameter("maxAttempts", "1"))
                    .start("Lead");
            trip.awaitSettled(60);

            assertThat(trip.dead()).isEmpty();
            assertThat(ids).allSatisfy(id -> {
                assertThat(trip.outcomes("Lead", id)).containsExactly(Outcome.WRITTEN);
                assertThat(trip.writes(id)).hasSize(1);
            });
        }
    }

    private static List<String> refusedFields(RoundTrip trip, String id) {
        return trip.log("Lead", id).stream()
                .filter(entry -> entry.outcome() == Outcome.REFUSED)
                .map(LogEntry::field)
                .toList();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPicklistsTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE =
            new SalesforceSimulatorExtension(SalesforceSimulator.builder().personAccounts(true));

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private SalesforceCaller caller;
    private String lead;

    @BeforeEach
    void oneLead() {
        caller = new SalesforceCaller(simulator);
        lead = simulator.create("Lead", Map.of("LastName", "Doe", "Company", "Acme"));
    }

    /** Fields and their values, then what is refused and why; nothing if it is taken. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Country=United States;State=Illinois | ''",
                "Country=united states;StateCode=il | ''",
                "CountryCode=US;StateCode=IL | ''",
                "CountryCode=US;Country=United States | ''",
                "State=Illinois;Country=United States | ''",
                "Country=USA | Country: There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: Country",
                "Country=US | Country: There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: Country",
                "CountryCode=XX | CountryCode: There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: Country Code",
                "Country=South Korea | Country: There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: Country",
                "Country=United States;State=Freedonia | State: There's a problem with this state, even though it may appear correct. Please select a state from the list of valid states.: State/Province",
                "Country=Germany;State=Hessen | State: There's a problem with this state, even though it may appear correct. Please select a state from the list of valid states.: State/Province",
                "Country=Germany;StateCode=IL | StateCode: The existing country/territory doesn't recognize the state value for field: State/Province Code",
                "State=Illinois | State: A country/territory must be specified before specifying a state value for field: State/Province",
                "StateCode=IL | StateCode: A country/territory must be specified before specifying a state value for field: State/Province Code",
                "CountryCode=US;Country=Canada | Country: Mismatched integration value and ISO code for field: Country",
            })
    void onlyWhatThePicklistsHave(String given, String refusal) {
        Map<String, Object> fields = new HashMap<>(Map.of("id", lead, "Title", "CTO"));
        for (String pair : given.split(";")) {
            fields.put(pair.split("=")[0], pair.split("=")[1]);
        }
        JsonNode error = caller.update("Lead", List.of(fields)).at("/0/errors/0");
        if (refusal.isEmpty()) {
            assertThat(error.isMissingNode()).as(error.toString()).isTrue();
            return;
        }
        assertThat(error.at("/statusCode").asText()).isEqualTo("FIELD_INTEGRITY_EXCEPTION");
        assertThat(error.at("/fields/0").asText() + ": " + error.at("/message").asText())
                .isEqualTo(refusal);
        assertThat(simulator.record("Lead", lead)).containsEntry("Title", null).containsEntry("Country", null);
    }

    @Test
    void textsAndCodesAreKeptInStep() throws Exception {
        try (Listener listener = new Listener(simulator, caller::token).handshake()) {
            listener.subscribe("/data/LeadChangeEvent", -1);
            update("StateCode", "ON", "CountryCode", "CA");
            assertThat(simulator.record("Lead", lead))
                    .containsEntry("State", "Ontario")
                    .containsEntry("Country", "Canada");
            await().until(() -> listener.received().size() == 1);
            assertThat(Listener.<Map<String, Object>>at(listener.received().get(0), "payload", "Address"))
                    .isEqualTo(Map.of("State", "Ontario", "StateCode", "ON", "Country", "Canada", "CountryCode", "CA"));
        }
        assertThat(update("State", "Quebec")).isEmpty();
        assertThat(simulator.record("Lead", lead)).containsEntry("StateCode", "QC");
        assertThat(update("Country", "Germany"))
                .isEqualTo("The existing country/territory doesn't recognize the state value for field: "
                        + "State/Province Code");
        assertThat(update("Country", null)).startsWith("A country/territory must be specified");
        assertThat(update("Country", "Germany", "State", null)).isEmpty();
        assertThat(caller.get("/sobjects/Lead/" + lead)
                        .at("/Address/countryCode")
                        .asText())
                .isEqualTo("DE");
        assertThat(update("CountryCode", null)).isEmpty();
        assertThat(simulator.record("Lead", lead))
                .containsEntry("Country", null)
                .containsEntry("StateCode", null);
    }

    @Test
    void whatWasThereBeforeStaysUntilItsAddressIsWritten() {
        String old = simulator
                .seed("Lead", Stream.of(Map.of("LastName", "Old", "Company", "Acme", "Country", "USA")))
                .get(0);
        assertThat(caller.update("Lead", List.of(Map.of("id", old, "Title", "CTO")))
                        .at("/0/success")
                        .asBoolean())
                .isTrue();
        assertThat(simulator.record("Lead", old))
                .containsEntry("Country", "USA")
                .containsEntry("CountryCode", null);
        assertThat(caller.update("Lead", List.of(Map.of("id", old, "State", "Illinois")))
                        .at("/0/errors/0/statusCode")
                        .asText())
                .isEqualTo("FIELD_INTEGRITY_EXCEPTION");
        assertThatThrownBy(() -> simulator.humanUpdate("Lead", old, Map.of("Country", "Freedonia")))
                .hasMessageContaining("FIELD_INTEGRITY_EXCEPTION");
    }

    @Test
    void seededAddressesAreInThePicklists() {
        simulator.seed(SeedPlan.of(50, 30, 10));
        for (String[] address :
                new String[][] {{"Lead", "Country"}, {"Contact", "MailingCountry"}, {"Account", "BillingCountry"}}) {
            assertThat(simulator.records(address[0]))
                    .filteredOn(seeded -> seeded.get(address[1]) != null)
                    .isNotEmpty()
                    .allMatch(seeded -> seeded.get(address[1] + "Code") != null);
        }
    }

    @Test
    void everyAddressHasThem() {
        String account = simulator.create("Account", Map.of("Name", "Acme", "ShippingCountry", "Viet Nam"));
        assertThat(simulator.record("Account", account)).containsEntry("ShippingCountryCode", "VN");
        String person = simulator.create(
                "Account",
                Map.of("LastName", "Person", "PersonMailingStateCode", "NSW", "PersonMailingCountryCode", "AU"));
        assertThat(simulator.record(
                        "Contact", (String) simulator.record("Account", person).get("PersonContactId")))
                .containsEntry("MailingState", "New South Wales")
                .containsEntry("MailingCountryCode", "AU");
        simulator.convert(simulator.create(
                "Lead", Map.of("LastName", "Doe", "Company", "Acme", "Country", "Brazil", "StateCode", "SP")));
        assertThat(simulator.records("Contact")).anyMatch(contact -> "SP".equals(contact.get("MailingStateCode")));
    }

    @Test
    void describeTellsWhichStateGoesWithWhichCountry() {
        JsonNode fields = caller.get("/sobjects/Contact/describe").get("fields");
        JsonNode countries = field(fields, "MailingCountryCode").get("picklistValues");
        JsonNode states = field(fields, "MailingStateCode");
        assertThat(states.get("restrictedPicklist").asBoolean()).isTrue();
        assertThat(states.get("dependentPicklist").asBoolean()).isTrue();
        assertThat(states.get("controllerName").asText()).isEqualTo("MailingCountryCode");
        // a state of that name is in Australia; one of that code is in the United States as well
        JsonNode state = StreamSupport.stream(states.get("picklistValues").spliterator(), false)
                .filter(value -> value.get("label").asText().equals("Western Australia"))
                .findFirst()
                .orElseThrow();
        assertThat(state.get("value").asText()).isEqualTo("WA");
        byte[] bits = Base64.getDecoder().decode(state.get("validFor").asText());
        BitSet valid = new BitSet();
        for (int i = 0; i < countries.size(); i++) {
            valid.set(i, (bits[i / 8] & 0x80 >> i % 8) != 0);
        }
        assertThat(valid.cardinality()).isEqualTo(1);
        assertThat(countries.get(valid.nextSetBit(0)).get("value").asText()).isEqualTo("AU");
        assertThat(field(fields, "MailingState").get("type").asText()).isEqualTo("string");
    }

    private String update(Object... fields) {
        Map<String, Object> update = new HashMap<>(Map.of("id", lead));
        for (int i = 0; i < fields.length; i += 2) {
            update.put((String) fields[i], fields[i + 1]);
        }
        return caller.update("Lead", List.of(update)).at("/0/errors/0/message").asText();
    }

    private static JsonNode field(JsonNode fields, String name) {
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(field -> field.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Arrays.asList(fields.findValuesAsText("name"))));
    }
}

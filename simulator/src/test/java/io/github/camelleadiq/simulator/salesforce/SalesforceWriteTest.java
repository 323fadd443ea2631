/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.simulator.salesforce.org.RecordIds;
import io.github.camelleadiq.simulator.salesforce.org.RecordWrite;
import io.github.camelleadiq.simulator.salesforce.org.ValidationRule;
import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SalesforceWriteTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE =
            new SalesforceSimulatorExtension(SalesforceSimulator.builder()
                    .personAccounts(true)
                    .addressPicklists(false)
                    .currencies("USD", "EUR")
                    .field(
                            "Lead",
                            FieldDef.picklist("Region__c", "US", "DE")
                                    .restrict()
                                    .labelled(Map.of("US", "United States")))
                    .field(
                            "Lead",
                            FieldDef.multipicklist("Tools__c", "Java", "Go").restrict())
                    .field("Lead", FieldDef.multipicklist("Topics__c", "Java")));

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private SalesforceCaller caller;
    private String lead;

    @BeforeEach
    void oneLead() {
        caller = new SalesforceCaller(simulator);
        lead = simulator.create("Lead", Map.of("LastName", "Doe", "Company", "Acme", "Email", "doe@acme.example"));
    }

    @Test
    void idsHaveAValidSuffixAndGrow() {
        assertThat(lead).hasSize(18).startsWith("00Q");
        assertThat(RecordIds.isWellFormed(lead)).isTrue();
        assertThat(RecordIds.isWellFormed(lead.substring(0, 17) + "0")).isFalse();
        // an example that everybody knows
        assertThat(RecordIds.canonical("001A0000006Vm9r")).isEqualTo("001A0000006Vm9rIAC");
        assertThat(simulator.create("Lead", Map.of("LastName", "Next", "Company", "Acme")))
                .isGreaterThan(lead);
    }

    @Test
    void aCollectionAnswersForEachRecord() {
        JsonNode results = caller.update(
                "Lead",
                List.of(
                        Map.of("id", lead, "Title", "  CTO "),
                        fields(lead.replace("00Q", "003"), "Title", "x"),
                        fields(RecordIds.of("00Q", 99), "Title", "x"),
                        fields("nonsense", "Title", "x")),
                "Sforce-Call-Options",
                "client=leadiq-test");
        assertThat(results.at("/0/success").asBoolean()).isTrue();
        assertThat(results.at("/0/id").asText()).isEqualTo(lead);
        assertThat(codes(results)).containsExactly("", "MALFORMED_ID", "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID");
        assertThat(simulator.record("Lead", lead)).containsEntry("Title", "CTO");
        RecordWrite write = simulator.history(lead).get(1);
        assertThat(write.client()).isEqualTo("leadiq-test");
        assertThat(write.userId()).isEqualTo(SalesforceSimulator.API_USER);
        assertThat(write.before()).containsEntry("Title", null);
        assertThat(write.changed()).isEqualTo(Map.of("Title", "CTO"));
        assertThat(write).asString().doesNotContain("CTO");
    }

    @Test
    void picklistsTakeValuesAndNoLabels() {
        assertThat(code("Region__c", "US")).isEmpty();
        assertThat(code("Region__c", "United States")).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(code("Tools__c", "Java; Go;Java")).isEmpty();
        assertThat(simulator.record("Lead", lead)).containsEntry("Tools__c", "Java;Go");
        assertThat(code("Tools__c", "Java;Cobol")).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(code("Topics__c", "Anything;Else")).isEmpty();
        JsonNode region = caller.get("/sobjects/Lead/describe").at("/fields");
        assertThat(region.toString())
                .contains("\"label\":\"United States\",\"validFor\":null,\"value\":\"US\"", "\"multipicklist\"");
    }

    @Test
    void badValuesAreRefusedEachForItsReason() {
        simulator
                .rules()
                .validation(
                        new ValidationRule("Lead", r -> "Banned".equals(r.get("Title")), "Not that title", "Title"));
        assertThat(code("Name", "x")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(code("Email_Domain__c", "x")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(code("SystemModstamp", "2026-01-01T00:00:00Z")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(code("FirstName", "x".repeat(20_000))).isEqualTo("STRING_TOO_LONG");
        assertThat(code("Status", "Nonsense")).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(code("Industry", "Nonsense")).isEmpty();
        assertThat(code("Email", "not an address")).isEqualTo("INVALID_EMAIL_ADDRESS");
        assertThat(code("LastName", null)).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(code("OwnerId", RecordIds.of("005", 77))).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(code("Title", "Banned")).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(code("LeadIQ_Enriched_At__c", "2026-11-22T10:00:00.000+0000"))
                .isEmpty();
    }

    @Test
    void deletedRecordsAreNotWritten() {
        simulator.delete("Lead", lead);
        assertThat(code("Title", "x")).isEqualTo("ENTITY_IS_DELETED");
        assertThat(caller.call("GET", "/sobjects/Lead/" + lead, null).statusCode())
                .isEqualTo(404);
        simulator.undelete("Lead", lead);
        assertThat(code("Title", "x")).isEmpty();
    }

    @Test
    void aTwinIsRefusedUnlessAllowed() {
        simulator.rules().duplicateRule(true);
        String twin = simulator.create("Lead", Map.of("LastName", "Twin", "Company", "Acme"));
        Map<String, Object> update = Map.of("id", twin, "Email", "DOE@acme.example");
        assertThat(codes(caller.update("Lead", List.of(update)))).containsExactly("DUPLICATES_DETECTED");
        assertThat(codes(caller.update("Lead", List.of(update), "Sforce-Duplicate-Rule-Header", "allowSave=true")))
                .containsExactly("");
    }

    @Test
    void assignmentRulesTakeOverUnlessToldNotTo() {
        simulator.rules().autoAssignment(true);
        caller.update("Lead", List.of(Map.of("id", lead, "Title", "a")), "Sforce-Auto-Assign", "FALSE");
        assertThat(simulator.reassigned()).isEmpty();
        assertThat(simulator.record("Lead", lead)).containsEntry("OwnerId", SalesforceSimulator.HUMAN_USER);
        caller.update("Lead", List.of(Map.of("id", lead, "Title", "b")));
        assertThat(simulator.reassigned()).containsExactly(lead);
        assertThat(simulator.record("Lead", lead)).containsEntry("OwnerId", SalesforceSimulator.ASSIGNEE);
    }

    @Test
    void allOrNoneTakesEverythingBack() {
        long before = simulator.eventsSent();
        Object body = Map.of(
                "allOrNone",
                true,
                "records",
                List.of(
                        Map.of("attributes", Map.of("type", "Lead"), "id", lead, "Title", "x"),
                        Map.of("attributes", Map.of("type", "Lead"), "id", lead, "Title", "y")));
        JsonNode results = SalesforceCaller.tree(caller.call("PATCH", "/composite/sobjects", body));
        assertThat(codes(results)).containsExactly("ALL_OR_NONE_OPERATION_ROLLED_BACK", "DUPLICATE_VALUE");
        assertThat(simulator.record("Lead", lead)).containsEntry("Title", null);
        assertThat(simulator.eventsSent()).isEqualTo(before);
    }

    @Test
    void collectionsHaveLimits() {
        List<Map<String, Object>> tooMany = IntStream.range(0, 201)
                .<Map<String, Object>>mapToObj(i -> Map.of("id", lead, "Title", "x"))
                .toList();
        assertThat(caller.update("Lead", tooMany).at("/0/errorCode").asText()).isEqualTo("EXCEEDED_MAX_SIZE_REQUEST");
        List<Map<String, Object>> mixed = IntStream.range(0, 11)
                .<Map<String, Object>>mapToObj(i ->
                        Map.of("attributes", Map.of("type", i % 2 == 0 ? "Lead" : "Account"), "id", lead, "Phone", "x"))
                .toList();
        HttpResponse<String> refused = caller.call("PATCH", "/composite/sobjects", Map.of("records", mixed));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("LIMIT_EXCEEDED");
    }

    @Test
    void recordsAreReadInCollections() {
        JsonNode records = SalesforceCaller.tree(caller.call(
                "POST",
                "/composite/sobjects/Lead",
                Map.of("ids", List.of(lead, RecordIds.of("00Q", 99)), "fields", List.of("Email", "IsDeleted"))));
        assertThat(records.at("/0/Id").asText()).isEqualTo(lead);
        assertThat(records.at("/0/Email").asText()).isEqualTo("doe@acme.example");
        assertThat(records.at("/1").isNull()).isTrue();
        assertThat(caller.call(
                                "POST",
                                "/composite/sobjects/Lead",
                                Map.of("ids", List.of(lead), "fields", List.of("Nope__c")))
                        .body())
                .contains("INVALID_FIELD");
    }

    @Test
    void singleRecordsComeAndGo() {
        JsonNode created = SalesforceCaller.tree(
                caller.call("POST", "/sobjects/Contact", Map.of("LastName", "Solo", "Email", "solo@example.com")));
        String path = "/sobjects/Contact/" + created.get("id").asText();
        assertThat(caller.call("PATCH", path, Map.of("Title", "Boss")).statusCode())
                .isEqualTo(204);
        assertThat(caller.get(path + "?fields=Title,Name").get("Title").asText())
                .isEqualTo("Boss");
        assertThat(caller.call("PATCH", path, Map.of("Title", "x".repeat(129))).body())
                .contains("STRING_TOO_LONG");
        assertThat(caller.call("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(caller.call("DELETE", path, null).statusCode()).isEqualTo(404);
        assertThat(caller.call("GET", "/services/data/v42.0/limits", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPersonAccountHasAContactThatFollowsIt() {
        String person = simulator.create(
                "Account", Map.of("FirstName", "Pat", "LastName", "Person", "PersonEmail", "pat@example.com"));
        String contact = (String) simulator.record("Account", person).get("PersonContactId");
        assertThat(simulator.record("Contact", contact))
                .containsEntry("IsPersonAccount", true)
                .containsEntry("AccountId", person)
                .containsEntry("Name", "Pat Person")
                .containsEntry("Email", "pat@example.com");
        caller.update("Account", List.of(Map.of("id", person, "PersonTitle", "CTO", "LastName", "Elsewhere")));
        assertThat(simulator.record("Contact", contact))
                .containsEntry("Title", "CTO")
                .containsEntry("Name", "Pat Elsewhere");
        caller.update("Contact", List.of(Map.of("id", contact, "MobilePhone", "+1 212 555 0100", "FirstName", "Sam")));
        assertThat(simulator.record("Account", person))
                .containsEntry("PersonMobilePhone", "+1 212 555 0100")
                .containsEntry("Name", "Sam Elsewhere");
        simulator.delete("Account", person);
        assertThat(caller.ids("SELECT Id FROM Contact")).isEmpty();
        simulator.undelete("Account", person);
        assertThat(caller.ids("SELECT Id FROM Contact")).containsExactly(contact);
        String business = simulator.create("Account", Map.of("Name", "Acme"));
        assertThat(simulator.record("Account", business))
                .containsEntry("PersonContactId", null)
                .containsEntry("IsPersonAccount", false);
        assertThat(caller.get("/sobjects/Contact/describe").get("fields").findValuesAsText("name"))
                .contains("IsPersonAccount");
    }

    @Test
    void aConvertedLeadIsAnAccountAndAContact() {
        simulator.humanUpdate("Lead", lead, Map.of("Title", "CTO", "City", "Springfield"));
        simulator.convert(lead);
        Map<String, Object> converted = simulator.record("Lead", lead);
        assertThat(converted)
                .containsEntry("IsConverted", true)
                .containsEntry("Status", "Closed - Converted")
                .containsEntry("ConvertedDate", LocalDate.now(ZoneOffset.UTC));
        assertThat(simulator.record("Account", (String) converted.get("ConvertedAccountId")))
                .containsEntry("Name", "Acme")
                .containsEntry("BillingCity", "Springfield");
        assertThat(simulator.record("Contact", (String) converted.get("ConvertedContactId")))
                .containsEntry("LastName", "Doe")
                .containsEntry("Title", "CTO")
                .containsEntry("AccountId", converted.get("ConvertedAccountId"));
        assertThat(code("Title", "CEO")).isEqualTo("CANNOT_UPDATE_CONVERTED_LEAD");
        assertThatThrownBy(() -> simulator.convert(lead)).hasMessageContaining("CANNOT_UPDATE_CONVERTED_LEAD");
        assertThat(caller.get("/sobjects/Lead/" + lead).get("ConvertedDate").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(caller.ids("SELECT Id FROM Lead WHERE IsConverted = true AND ConvertedDate >= 2026-01-01"))
                .containsExactly(lead);
    }

    @Test
    void aPersonAccountIsNamedByItsParts() {
        String person = simulator.create("Account", Map.of("FirstName", "Pat", "LastName", "Person"));
        assertThat(simulator.record("Account", person))
                .containsEntry("IsPersonAccount", true)
                .containsEntry("Name", "Pat Person");
        assertThat(codes(caller.update("Account", List.of(fields(person, "Name", "Other")))))
                .containsExactly("INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    @Test
    void describeTellsWhatCanBeWritten() {
        JsonNode fields = caller.get("/sobjects/Lead/describe").get("fields");
        JsonNode status = field(fields, "Status");
        assertThat(status.get("restrictedPicklist").asBoolean()).isTrue();
        assertThat(status.at("/picklistValues/0/value").asText()).isEqualTo("Open - Not Contacted");
        assertThat(field(fields, "Email_Domain__c").get("calculated").asBoolean())
                .isTrue();
        assertThat(field(fields, "FirstName").get("length").asInt()).isEqualTo(40);
        assertThat(field(fields, "CreatedDate").get("updateable").asBoolean()).isFalse();
        assertThat(caller.get("/sobjects").get("sobjects").findValuesAsText("name"))
                .containsExactly("Account", "Contact", "Lead", "RecordType", "User");
    }

    @Test
    void oneRecordThatCannotBeReadRefusesTheWholeRequest() {
        String other = simulator.create("Lead", Map.of("LastName", "Other", "Company", "Acme"));
        Map<String, Object> good = fields(other, "Title", "CTO");
        JsonNode unknown = caller.update("Lead", List.of(good, fields(lead, "Nope__c", "x")));
        assertThat(unknown.at("/0/errorCode").asText()).isEqualTo("INVALID_FIELD");
        assertThat(unknown.at("/0/message").asText()).contains("Nope__c", "Lead");
        for (Map<String, Object> bad : List.of(
                fields(lead, "NumberOfEmployees", "many"),
                fields(lead, "DoNotCall", "maybe"),
                fields(lead, "LeadIQ_Enriched_At__c", "2026-11-22 10:00:00"),
                fields(lead, "Title", Map.of("a", 1)))) {
            JsonNode unreadable = caller.update("Lead", List.of(good, bad));
            assertThat(unreadable.at("/0/errorCode").asText())
                    .as(bad.toString())
                    .isEqualTo("JSON_PARSER_ERROR");
            assertThat(unreadable).hasSize(1);
        }
        assertThat(simulator.record("Lead", other)).containsEntry("Title", null);
        assertThat(caller.call("PATCH", "/sobjects/Lead/" + lead, Map.of("NumberOfEmployees", "many"))
                        .body())
                .contains("Cannot deserialize instance of int from VALUE_STRING value many");
        assertThat(caller.call("POST", "/sobjects/Lead", Map.of("Nope__c", "x")).body())
                .contains("INVALID_FIELD");
    }

    @Test
    void aTriggerTakesOnlySoManyRecordsAtOnce() {
        simulator.rules().trigger("LeadTrigger", "Lead", 2);
        List<Map<String, Object>> updates = new ArrayList<>();
        IntStream.range(0, 3)
                .forEach(i -> updates.add(fields(
                        simulator.create("Lead", Map.of("LastName", "Doe" + i, "Company", "Acme")), "Title", "CTO")));
        long before = simulator.eventsSent();
        JsonNode refused = caller.update("Lead", updates);
        assertThat(codes(refused)).hasSize(3).containsOnly("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");
        assertThat(refused.at("/0/errors/0/message").asText())
                .isEqualTo("LeadTrigger: System.LimitException: Apex CPU time limit exceeded");
        assertThat(simulator.eventsSent()).isEqualTo(before);
        assertThat(codes(caller.update("Lead", updates.subList(0, 2)))).containsOnly("");
        String contact = simulator.create("Contact", Map.of("LastName", "Doe"));
        Map<String, Object> other = new HashMap<>(fields(contact, "Title", "CTO"));
        other.put("attributes", Map.of("type", "Contact"));
        List<Map<String, Object>> parted = new ArrayList<>();
        updates.forEach(update -> parted.add(new HashMap<>(update)));
        parted.forEach(update -> update.put("attributes", Map.of("type", "Lead")));
        // each run of one type is a call of its own
        parted.add(1, other);
        assertThat(codes(SalesforceCaller.tree(caller.call("PATCH", "/composite/sobjects", Map.of("records", parted)))))
                .containsOnly("");
    }

    @Test
    void aValidationRuleNamesItsField() {
        simulator.rules().validation(new ValidationRule("Lead", r -> r.get("City") != null, "No towns", "City"));
        JsonNode refused = caller.update("Lead", List.of(Map.of("id", lead, "City", "Springfield", "Title", "CTO")));
        assertThat(refused.at("/0/errors/0/fields/0").asText()).isEqualTo("City");
        assertThat(codes(caller.update("Lead", List.of(fields(lead, "Title", "CTO")))))
                .containsExactly("");
    }

    @Test
    void wholeAddressesAreReadAndNotWritten() {
        assertThat(caller.get("/sobjects/Lead/" + lead).get("Address").isNull()).isTrue();
        simulator.humanUpdate("Lead", lead, Map.of("City", "Springfield", "Country", "Freedonia"));
        JsonNode address = caller.query("SELECT Address FROM Lead").at("/records/0/Address");
        assertThat(address.get("city").asText()).isEqualTo("Springfield");
        assertThat(address.get("country").asText()).isEqualTo("Freedonia");
        assertThat(address.has("geocodeAccuracy")).isTrue();
        assertThat(address.has("countryCode")).isFalse();
        assertThat(code("Address", Map.of("city", "Shelbyville"))).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        JsonNode field = field(caller.get("/sobjects/Lead/describe").get("fields"), "Address");
        assertThat(field.get("type").asText()).isEqualTo("address");
        assertThat(field.get("filterable").asBoolean()).isFalse();
        assertThat(field.get("updateable").asBoolean()).isFalse();
        JsonNode city = field(caller.get("/sobjects/Contact/describe").get("fields"), "MailingCity");
        assertThat(city.get("compoundFieldName").asText()).isEqualTo("MailingAddress");
        JsonNode last = field(caller.get("/sobjects/Contact/describe").get("fields"), "LastName");
        assertThat(last.get("compoundFieldName").asText()).isEqualTo("Name");
    }

    @Test
    void recordsHaveATypeAndACurrency() {
        String type = simulator.create(
                "RecordType", Map.of("Name", "Partner", "DeveloperName", "Partner", "SobjectType", "Lead"));
        assertThat(code("RecordTypeId", type)).isEmpty();
        assertThat(caller.ids("SELECT Id FROM Lead WHERE RecordType.DeveloperName = 'Partner'"))
                .containsExactly(lead);
        assertThat(code("RecordTypeId", RecordIds.of("012", 99))).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(simulator.record("Lead", lead)).containsEntry("CurrencyIsoCode", "USD");
        assertThat(code("CurrencyIsoCode", "EUR")).isEmpty();
        assertThat(code("CurrencyIsoCode", "JPY")).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    }

    private String code(String field, Object value) {
        return codes(caller.update("Lead", List.of(fields(lead, field, value)))).get(0);
    }

    private static Map<String, Object> fields(String id, String field, Object value) {
        Map<String, Object> fields = new HashMap<>(Map.of("id", id));
        fields.put(field, value);
        return fields;
    }

    private static JsonNode field(JsonNode fields, String name) {
        for (JsonNode field : fields) {
            if (field.get("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("No field " + name + " in " + Arrays.asList(fields.findValuesAsText("name")));
    }

    private static List<String> codes(JsonNode results) {
        return IntStream.range(0, results.size())
                .mapToObj(i -> results.at("/" + i + "/errors/0/statusCode").asText())
                .toList();
    }
}

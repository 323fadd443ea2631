/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.simulator.salesforce.org.RecordIds;
import io.github.camelleadiq.simulator.salesforce.org.RecordWrite;
import io.github.camelleadiq.simulator.salesforce.org.ValidationRule;
import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import java.net.http.HttpResponse;
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
        assertThat(code("Nope__c", "x")).isEqualTo("INVALID_FIELD");
        assertThat(code("Name", "x")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(code("Email_Domain__c", "x")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(code("SystemModstamp", "2026-01-01T00:00:00Z")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(code("FirstName", "x".repeat(20_000))).isEqualTo("STRING_TOO_LONG");
        assertThat(code("Status", "Nonsense")).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(code("Industry", "Nonsense")).isEmpty();
        assertThat(code("Email", "not an address")).isEqualTo("INVALID_EMAIL_ADDRESS");
        assertThat(code("NumberOfEmployees", "many")).isEqualTo("INVALID_TYPE_ON_FIELD_IN_RECORD");
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
                        Map.of("attributes", Map.of("type", i % 2 == 0 ? "Lead" : "Account"), "id", lead, "Title", "x"))
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
                .containsExactly("Account", "Contact", "Lead", "User");
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

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.simulator.SimulatorClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private static final SimulatorClock CLOCK = new SimulatorClock();

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE =
            new SalesforceSimulatorExtension(SalesforceSimulator.builder().clock(CLOCK));

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private SalesforceCaller caller;
    private String ada;
    private String bob;
    private String zoe;

    @BeforeEach
    void someLeads() {
        caller = new SalesforceCaller(simulator);
        CLOCK.set(Instant.parse("2026-03-17T23:59:59Z"));
        ada = simulator.create(
                "Lead",
                Map.of(
                        "FirstName",
                        "Ada",
                        "LastName",
                        "O'Hara",
                        "Company",
                        "Acme",
                        "NumberOfEmployees",
                        30,
                        "DoNotCall",
                        true));
        CLOCK.set(Instant.parse("2026-03-18T00:00:00Z"));
        bob = simulator.create(
                "Lead", Map.of("LastName", "Bob_100%", "Company", "Globex", "Email", "bob@globex.example"));
        zoe = simulator.create(
                "Lead",
                Map.of("LastName", "Zoë", "Company", "acme", "Email", "zoe@acme.example", "NumberOfEmployees", 7));
    }

    @Test
    void describeTellsWhatCanBeFilteredOn() {
        Map<String, Boolean> filterable = new HashMap<>();
        caller.get("/sobjects/Lead/describe")
                .get("fields")
                .forEach(field -> filterable.put(
                        field.get("name").asText(), field.get("filterable").asBoolean()));

        assertThat(filterable).containsEntry("Title", true).containsEntry("Street", true);
        assertThat(filterable).containsEntry("Description", false);
        filterable.forEach((field, is) -> assertThat(caller.query("SELECT Id FROM Lead WHERE " + field + " = null")
                        .at("/0/errorCode")
                        .isMissingNode())
                .as(field)
                .isEqualTo(is));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Company = 'ACME' | AZ",
                "Company != 'Acme' | B",
                "Email = null | A",
                "Email != null | BZ",
                "Email != 'bob@globex.example' | AZ",
                "LastName = 'O\\'Hara' | A",
                "LastName LIKE 'b%' | B",
                "LastName LIKE '%\\_100\\%' | B",
                "LastName LIKE 'Zo_' | Z",
                "Name = 'ada o\\'hara' | A",
                "DoNotCall = true | A",
                "DoNotCall = FALSE AND Email LIKE '%acme%' | Z",
                "NumberOfEmployees > 7 | A",
                "NumberOfEmployees >= 7 AND NumberOfEmployees < 30 | Z",
                "Company IN ('globex', 'none') | B",
                "Email NOT IN ('bob@globex.example') | AZ",
                "NOT (Company = 'Acme' OR Email = null) | B",
                "(Company = 'Globex' AND Email != null) OR DoNotCall = true | AB",
                "CreatedDate > 2020-01-01T00:00:00Z | ABZ",
                "CreatedDate < 2020-01-01T00:00:00.000+01:00 | ''",
                "Owner.Name = 'somebody' | ABZ",
                "Lead.Company = 'Globex' | B",
                "CreatedDate = THIS_YEAR | ABZ",
                "CreatedDate = TODAY | BZ",
                "CreatedDate = yesterday | A",
                "CreatedDate < TODAY | A",
                "CreatedDate > YESTERDAY | BZ",
                "CreatedDate >= YESTERDAY | ABZ",
                "CreatedDate <= LAST_N_DAYS:1 | ABZ",
                "CreatedDate != TODAY | A",
                "CreatedDate = LAST_N_DAYS:1 | ABZ",
                "CreatedDate = N_DAYS_AGO:1 | A",
                "CreatedDate = LAST_90_DAYS | ABZ",
                "CreatedDate = LAST_N_WEEKS:1 | ''",
                "CreatedDate = LAST_MONTH | ''",
                "CreatedDate = NEXT_N_QUARTERS:2 | ''",
                "CreatedDate < NEXT_YEAR | ABZ",
                "ConvertedDate = null | ABZ",
                "ConvertedDate = LAST_YEAR | ''",
                "ConvertedDate > 2020-01-01 | ''",
            })
    void whereSelects(String where, String expected) {
        Map<String, String> letters = Map.of(ada, "A", bob, "B", zoe, "Z");
        String found = String.join(
                "",
                caller.ids("SELECT Id FROM Lead WHERE " + where).stream()
                        .map(letters::get)
                        .toList());
        assertThat(found).isEqualTo(expected.replace("'", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT Id FROM | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE Name = 'open | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE Name = 'a' AND Name = 'b' OR Name = 'c' | MALFORMED_QUERY",
                "SELECT Id FROM Lead LIMIT x | MALFORMED_QUERY",
                "SELECT Nope__c FROM Lead | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE Nope__c = 'x' | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE NumberOfEmployees = '7' | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE Company = 7 | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE Description = null | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE Title = null OR Description != null | INVALID_FIELD",
                "SELECT Account.Name FROM Lead | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE CreatedDate > 2020-01-01 | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE ConvertedDate > 2020-01-01T00:00:00Z | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE ConvertedDate > 2020-13-01 | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE Company = TODAY | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE CreatedDate = LAST_N_FORTNIGHTS:2 | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE CreatedDate = LAST_N_DAYS | MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE Address = null | INVALID_FIELD",
                "SELECT COUNT(Nope__c) FROM Lead | INVALID_FIELD",
                "SELECT COUNT(Id), Name FROM Lead | MALFORMED_QUERY",
                "SELECT x.Id FROM Lead l | INVALID_FIELD",
                "SELECT Id FROM Gadget__c | INVALID_TYPE",
            })
    void whatCannotRunIsRefusedAsSalesforceDoes(String soql, String code) {
        assertThat(caller.query(soql).at("/0/errorCode").asText()).isEqualTo(code);
    }

    @Test
    void sortsCountsAndLimits() {
        assertThat(caller.ids("SELECT Id FROM Lead ORDER BY NumberOfEmployees DESC NULLS LAST, Id ASC"))
                .containsExactly(ada, zoe, bob);
        assertThat(caller.ids("SELECT Id FROM Lead ORDER BY NumberOfEmployees")).containsExactly(bob, zoe, ada);
        assertThat(caller.ids("SELECT Id FROM Lead ORDER BY Id LIMIT 2")).containsExactly(ada, bob);
        assertThat(caller.ids("SELECT Id FROM Lead WHERE Id > '" + ada + "' ORDER BY Id LIMIT 1"))
                .containsExactly(bob);
        assertThat(caller.ids("SELECT Id FROM Lead WHERE Id IN ('" + zoe.substring(0, 15) + "', '" + ada + "')"))
                .containsExactly(ada, zoe);
        assertThat(caller.query("SELECT COUNT() FROM Lead WHERE Email != null")
                        .get("totalSize")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void countsAndAliases() {
        JsonNode counted = caller.query("SELECT COUNT(Id), COUNT(Email) mails FROM Lead WHERE Company != null");
        assertThat(counted.get("totalSize").asInt()).isEqualTo(1);
        assertThat(counted.at("/records/0/attributes/type").asText()).isEqualTo("AggregateResult");
        assertThat(counted.at("/records/0/expr0").asInt()).isEqualTo(3);
        assertThat(counted.at("/records/0/mails").asInt()).isEqualTo(2);
        assertThat(caller.ids("SELECT l.Id FROM Lead l WHERE l.Owner.Name = 'somebody' ORDER BY l.Id DESC LIMIT 1"))
                .containsExactly(zoe);
    }

    @Test
    void deletedRecordsAreInQueryAllOnly() {
        simulator.merge("Lead", ada, bob);
        assertThat(caller.ids("SELECT Id FROM Lead")).containsExactly(ada, zoe);
        JsonNode all = caller.get(
                "/queryAll?q=" + SalesforceCaller.encode("SELECT Id, MasterRecordId FROM Lead WHERE IsDeleted = true"));
        assertThat(all.at("/records/0/MasterRecordId").asText()).isEqualTo(ada);
    }

    @Test
    void relationsAreFollowed() {
        String account = simulator.create("Account", Map.of("Name", "Acme", "Website", "acme.example"));
        simulator.create("Contact", Map.of("LastName", "Inner", "AccountId", account));
        simulator.create("Contact", Map.of("LastName", "Outer"));
        JsonNode records = caller.query("SELECT LastName, Account.Name, Account.Website FROM Contact ORDER BY LastName")
                .get("records");
        assertThat(records.at("/0/Account/Website").asText()).isEqualTo("acme.example");
        assertThat(records.at("/0/Account/attributes/type").asText()).isEqualTo("Account");
        assertThat(records.at("/1/Account").isNull()).isTrue();
    }

    @Test
    void longResultsComeInPagesWithoutGapsOrRepeats() {
        simulator.seed(SeedPlan.of(450, 0, 0));
        Set<String> seen = new HashSet<>();
        JsonNode page = caller.query("SELECT Id FROM Lead", "Sforce-Query-Options", "batchSize=200");
        int pages = 1;
        while (true) {
            List<String> ids = page.get("records").findValuesAsText("Id");
            assertThat(seen).doesNotContainAnyElementsOf(ids);
            seen.addAll(ids);
            if (page.get("done").asBoolean()) {
                break;
            }
            page = caller.get(page.get("nextRecordsUrl").asText(), "Sforce-Query-Options", "batchSize=200");
            pages++;
        }
        assertThat(seen).hasSize(453);
        assertThat(pages).isEqualTo(3);
        assertThat(caller.get("/query/01g000000000000AAA-200")
                        .at("/0/errorCode")
                        .asText())
                .isEqualTo("INVALID_QUERY_LOCATOR");
    }
}

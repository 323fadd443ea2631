/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrackingTest {
    private static final String ADD = "mutation($i: AddTrackedCompaniesInput!) { addTrackedCompanies(input: $i) {"
            + " totalAdded companies { success errors input { customData } company { id domain } } } }";
    private static final String START = "mutation { startCompanyTrackingTask(input: {maxContactsPerCompany: 3}) {"
            + " success errors errorCode task { id status monthsBack } } }";
    private static final String TASK = "query($first: Int!, $after: ID) { companyTrackingTask(id: \"task-1\") { status"
            + " isCancelled jobChanges(first: $first, after: $after) { pageInfo { total endCursor hasNextPage }"
            + " edges { cursor node { id jobChangeType person { firstName email } currentCompany { inputDomain } } } } } }";

    private final SimulatorClock clock = new SimulatorClock();
    private final LeadIQSimulator simulator = LeadIQSimulator.builder()
            .key("a-key")
            .key("b-key")
            .clock(clock)
            .taskPolls(2)
            .taskDuration(Duration.ofSeconds(30))
            .start();
    private final Caller caller = new Caller(simulator, "a-key");

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void companiesGoOnAndOffTheListOfTheirKey() {
        JsonNode added = add("one.example", "two.example", "ONE.example", " ");
        assertThat(added.get("totalAdded").asInt()).isEqualTo(2);
        assertThat(added.at("/companies/2/errors/0").asText()).isEqualTo("Already tracked");
        assertThat(added.at("/companies/3/success").asBoolean()).isFalse();
        assertThat(added.at("/companies/0/input/customData/row").asInt()).isEqualTo(7);
        String page = "{ trackedCompanies(first: 1) { pageInfo { total hasNextPage } edges { node { domain } } } }";
        assertThat(caller.data(page).at("/trackedCompanies/pageInfo").toString())
                .isEqualTo("{\"total\":2,\"hasNextPage\":true}");
        assertThat(new Caller(simulator, "b-key")
                        .data(page)
                        .at("/trackedCompanies/pageInfo/total")
                        .asInt())
                .isZero();
        JsonNode removed = caller.data("mutation { removeTrackedCompanies(input: {ids: [\"tc-1\", \"tc-9\"]})"
                        + " { totalRemoved notFound companies { domain } } }")
                .get("removeTrackedCompanies");
        assertThat(removed.toString())
                .isEqualTo("{\"totalRemoved\":1,\"notFound\":[\"tc-9\"],\"companies\":[{\"domain\":\"one.example\"}]}");
        assertThat(caller.data("mutation { removeAllTrackedCompanies { success totalRemaining } }")
                        .at("/removeAllTrackedCompanies/totalRemaining")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aScanTakesTimeAndThenHasJobChangesInPages() {
        add("one.example", "two.example");
        assertThat(caller.data(START)
                        .at("/startCompanyTrackingTask/task/status")
                        .asText())
                .isEqualTo("Processing");
        assertThat(poll().get("status").asText()).isEqualTo("Processing");
        clock.advance(Duration.ofSeconds(31));
        JsonNode second = poll();
        assertThat(second.get("status").asText()).isEqualTo("Processing");
        assertThat(second.at("/jobChanges/edges")).isEmpty();
        JsonNode done = poll();
        assertThat(done.get("status").asText()).isEqualTo("Successful");

        List<String> ids = new ArrayList<>();
        String after = null;
        JsonNode page;
        do {
            page = task(4, after).get("jobChanges");
            page.get("edges").forEach(e -> ids.add(e.at("/node/id").asText()));
            after = page.at("/pageInfo/endCursor").asText();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        assertThat(ids).hasSize(6).doesNotHaveDuplicates();
        assertThat(page.at("/pageInfo/total").asInt()).isEqualTo(6);
        assertThat(Caller.status(caller.ask(TASK, Map.of("first", 1, "after", "never-seen"))))
                .isEqualTo(400);
    }

    @Test
    void aScanNeedsCompaniesAndCanBeCancelledOnce() {
        assertThat(caller.data(START).at("/startCompanyTrackingTask/errorCode").asText())
                .isEqualTo("NoTrackedEntities");
        add("one.example");
        caller.data(START);
        String cancel =
                "mutation { cancelCompanyTrackingTask(input: {id: \"task-1\"}) { success errorCode task { status } } }";
        assertThat(caller.data(cancel).get("cancelCompanyTrackingTask").toString())
                .isEqualTo("{\"success\":true,\"errorCode\":null,\"task\":{\"status\":\"Failed\"}}");
        assertThat(caller.data(cancel)
                        .at("/cancelCompanyTrackingTask/errorCode")
                        .asText())
                .isEqualTo("AlreadyCanceled");
        assertThat(poll().get("isCancelled").asBoolean()).isTrue();
    }

    @Test
    void contactsAreWatchedByImport() {
        caller.data("mutation($i: TrackContactsInput!) { trackContacts(input: $i) { totalCount } }", contacts());
        String page = "query($c: Cursor) { trackedContacts(importId: \"i-1\", limit: 2, cursor: $c) { isProcessing"
                + " pageInfo { total endCursor hasNextPage } edges { node { firstName referenceId contactInfo {"
                + " email { ... on EmailValue { email } ... on EmailSuppressed { reason } } } } } } }";
        assertThat(caller.data(page).at("/trackedContacts/isProcessing").asBoolean())
                .isTrue();
        clock.advance(Duration.ofSeconds(31));
        caller.data(page);
        JsonNode first = caller.data(page).get("trackedContacts");
        assertThat(first.get("isProcessing").asBoolean()).isFalse();
        assertThat(first.get("edges")).hasSize(2);
        JsonNode rest = caller.data(
                        page, Map.of("c", first.at("/pageInfo/endCursor").asText()))
                .get("trackedContacts");
        assertThat(rest.at("/edges/0/node/contactInfo/email/reason").asText()).isEqualTo("SuppressedByAdminPrivacy");
        assertThat(rest.at("/edges/0/node/referenceId").asText()).isEqualTo("r2");
        assertThat(caller.data("mutation { abandonBatch(importId: \"i-1\") { success errorCode } }")
                        .at("/abandonBatch/errorCode")
                        .asText())
                .isEqualTo("AlreadyCompleted");
    }

    @Test
    void listsKeepTheirProspects() {
        caller.data("mutation { createList(input: {name: \"Leads\"}) { id } }");
        String add = "mutation($n: String!) { addProspectToList(listId: \"list-1\","
                + " input: {firstName: $n, lastName: \"Example\", phone: \"+1 555 0100\"}) { id listIds } }";
        for (String name : List.of("Ada", "Bob", "Cleo")) {
            caller.data(add, Map.of("n", name));
        }
        JsonNode list = caller.data(
                        "{ list(id: \"list-1\") { name prospects(limit: 2) { nextCursor items { name } } } }")
                .get("list");
        assertThat(list.at("/prospects/items/1/name").asText()).isEqualTo("Bob Example");
        JsonNode rest = caller.data(
                "query($c: ID) { list(id: \"list-1\") { prospects(limit: 2, cursor: $c) { nextCursor items { name } } } }",
                Map.of("c", list.at("/prospects/nextCursor").asText()));
        assertThat(rest.at("/list/prospects").toString())
                .isEqualTo("{\"nextCursor\":null,\"items\":[{\"name\":\"Cleo Example\"}]}");
        assertThat(caller.data("{ prospect(id: \"prospect-1\") { mobilePhones { value } } }")
                        .at("/prospect/mobilePhones/0/value")
                        .asText())
                .isEqualTo("+1 555 0100");
        assertThat(caller.data("{ list(id: \"list-9\") { name } }").get("list").isNull())
                .isTrue();
    }

    @Test
    void regenerationIsRemembered() {
        String ask = "query { regeneratedTime(input: {personId: \"p-ada-at-acme-dot-example\"}) { time } }";
        String again = "mutation { regenerate(input: {personId: \"p-ada-at-acme-dot-example\"}) }";
        assertThat(caller.data(ask).at("/regeneratedTime/time").isNull()).isTrue();
        assertThat(caller.data(again).get("regenerate").asText()).isEqualTo("Started");
        assertThat(caller.data(again).get("regenerate").asText()).isEqualTo("InProgress");
        assertThat(caller.data(ask).at("/regeneratedTime/time").asText()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(Caller.status(caller.ask("mutation { regenerate(input: {}) }")))
                .isEqualTo(400);
    }

    private static Map<String, Object> contacts() {
        List<Map<String, String>> contacts = IntStream.range(0, 3)
                .mapToObj(i -> Map.of(
                        "companyName",
                        "Acme",
                        "firstName",
                        List.of("Ada", "Bob", "Suppressed").get(i),
                        "lastName",
                        "Example",
                        "referenceId",
                        "r" + i))
                .toList();
        return Map.of("i", Map.of("importId", "i-1", "contacts", contacts));
    }

    private JsonNode add(String... domains) {
        List<Map<String, Object>> companies = new ArrayList<>();
        for (String domain : domains) {
            companies.add(Map.of("name", "Company", "domain", domain, "customData", Map.of("row", 7)));
        }
        return caller.data(ADD, Map.of("i", Map.of("companies", companies))).get("addTrackedCompanies");
    }

    private JsonNode poll() {
        return task(10, null);
    }

    private JsonNode task(int first, String after) {
        Map<String, Object> variables = after == null ? Map.of("first", first) : Map.of("first", first, "after", after);
        return caller.data(TASK, variables).get("companyTrackingTask");
    }
}

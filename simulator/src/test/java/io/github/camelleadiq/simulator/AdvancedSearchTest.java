/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdvancedSearchTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ =
            new LeadIQSimulatorExtension(LeadIQSimulator.builder().population(1_005));

    private final Caller caller = new Caller(LEADIQ.simulator());

    @Test
    void pagesCoverThePopulationWithoutRepetition() {
        Set<String> ids = new HashSet<>();
        for (int skip = 0; skip < 1_005; skip += 100) {
            JsonNode page = flat("skip: " + skip + ", limit: 100");
            assertThat(page.get("totalPeople").asInt()).isEqualTo(1_005);
            page.get("people").forEach(p -> ids.add(p.get("id").asText()));
        }
        assertThat(ids).hasSize(1_005);
        assertThat(flat("skip: 1005").get("people")).isEmpty();
    }

    @Test
    void aPersonFromASearchIsTheOneFoundById() {
        JsonNode person = flat("skip: 77, limit: 1").at("/people/0");
        JsonNode again = LookupCall.first(caller.data(
                LookupCall.FULL, LookupCall.by("id", person.get("id").asText())));
        assertThat(again.at("/name/fullName")).isEqualTo(person.get("name"));
        assertThat(again.at("/currentPositions/0/emails/0/value")).isEqualTo(person.at("/workEmails/0"));
    }

    @Test
    void filtersHold() {
        JsonNode sales = flat("limit: 500, contactFilter: {titles: [\"sales\"], locations: [{country: \"germany\"}]}");
        assertThat(sales.get("people")).isNotEmpty().allSatisfy(p -> {
            assertThat(p.get("title").asText()).contains("Sales");
            assertThat(p.get("country").asText()).isEqualTo("Germany");
        });
        assertThat(sales.get("totalPeople").asInt())
                .isEqualTo(sales.get("people").size());
        JsonNode others =
                flat("limit: 1, contactExcludedFilter: {titles: [\"sales\"], locations: [{country: \"germany\"}]}");
        assertThat(others.get("totalPeople").asInt())
                .isEqualTo(1_005 - sales.get("totalPeople").asInt());
        assertThat(flat("companyFilter: {domains: [\"amber-anvil.example\"]}")
                        .get("totalPeople")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void groupsHaveTheirPeople() {
        JsonNode found = caller.data(
                        "{ groupedAdvancedSearch(input: {skip: 99, limit: 5, limitPerCompany: 4}) {"
                                + " totalCompanies companies { company { id } totalContactsInCompany people { companyId } } } }")
                .get("groupedAdvancedSearch");
        assertThat(found.get("totalCompanies").asInt()).isEqualTo(101);
        assertThat(found.get("companies")).hasSize(2);
        assertThat(found.at("/companies/0/totalContactsInCompany").asInt()).isEqualTo(10);
        assertThat(found.at("/companies/0/people")).hasSize(4).allSatisfy(p -> assertThat(p.get("companyId"))
                .isEqualTo(found.at("/companies/0/company/id")));
        assertThat(found.at("/companies/1/totalContactsInCompany").asInt()).isEqualTo(5);
    }

    @Test
    void theWindowIsTenThousand() {
        assertThat(Caller.status(caller.ask("{ flatAdvancedSearch(input: {skip: 9999, limit: 2}) { totalPeople } }")))
                .isEqualTo(400);
        assertThat(flat("skip: 9998, limit: 2").get("people")).isEmpty();
    }

    @Test
    void someMomentsAreEpochMillisecondsInTheLiveDialectOnly() {
        JsonNode live = caller.data("{ flatAdvancedSearch(input: {limit: 1}) {"
                        + " people { currentPositionStartDate updatedAt personJobChange { startedAt } } } }")
                .at("/flatAdvancedSearch/people/0");
        assertThat(live.at("/personJobChange/startedAt").isIntegralNumber()).isTrue();
        assertThat(live.get("currentPositionStartDate").isIntegralNumber()).isTrue();
        assertThat(live.get("updatedAt").asText()).matches("2\\d{3}-.*Z");
        try (LeadIQSimulator documented =
                LeadIQSimulator.builder().dialect(Dialect.DOCUMENTED).start()) {
            JsonNode start = new Caller(documented)
                    .data("{ flatAdvancedSearch(input: {limit: 1}) { people { currentPositionStartDate } } }")
                    .at("/flatAdvancedSearch/people/0/currentPositionStartDate");
            assertThat(start.asText()).matches("2\\d{3}-.*Z");
        }
    }

    private JsonNode flat(String input) {
        return caller.data("{ flatAdvancedSearch(input: {" + input
                        + "}) { totalPeople people { id name title country workEmails } } }")
                .get("flatAdvancedSearch");
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.simulator.SimulatorClock;
import io.github.camelleadiq.simulator.hubspot.HubSpotCaller.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubSpotSearchTest {
    private final SimulatorClock clock = new SimulatorClock();
    private HubSpotSimulator simulator;
    private HubSpotCaller caller;

    @BeforeEach
    void start() {
        simulator = HubSpotSimulator.builder()
                .clock(clock)
                .indexLag(Duration.ofSeconds(5))
                .start();
        caller = new HubSpotCaller(simulator, "2026-09");
    }

    @AfterEach
    void stop() {
        assertThat(simulator.contractErrors()).noneMatch(error -> error.contains("answered"));
        simulator.close();
    }

    @Test
    void filtersOfAGroupHoldTogetherAndOneGroupIsEnough() {
        seed("a@example.com", Map.of("lastname", "Doe", "city", "Oslo"));
        seed("b@example.com", Map.of("lastname", "doe", "city", "Rome"));
        seed("c@example.com", Map.of("lastname", "Roe", "city", "Rome", "date_of_birth", "1980-05-01"));
        seed("d@example.com", Map.of("lastname", "Zoe"));
        await();
        assertThat(emails(List.of(filter("lastname", "EQ", "DOE")))).containsExactly("a", "b");
        assertThat(emails(List.of(filter("lastname", "EQ", "doe"), filter("city", "EQ", "Rome"))))
                .containsExactly("b");
        assertThat(emails(List.of(filter("lastname", "EQ", "doe")), List.of(filter("city", "NOT_HAS_PROPERTY", null))))
                .containsExactly("a", "b", "d");
        assertThat(emails(List.of(filter("city", "NEQ", "oslo")))).containsExactly("b", "c");
        assertThat(emails(List.of(filter("city", "HAS_PROPERTY", null)))).containsExactly("a", "b", "c");
        assertThat(emails(List.of(filter("date_of_birth", "GTE", "1980-05-01"))))
                .containsExactly("c");
        assertThat(emails(List.of(filter("date_of_birth", "GT", "1980-05-01")))).isEmpty();
        assertThat(emails(List.of(Map.of(
                        "propertyName",
                        "date_of_birth",
                        "operator",
                        "BETWEEN",
                        "value",
                        "1980-01-01",
                        "highValue",
                        "1980-12-31"))))
                .containsExactly("c");
    }

    @Test
    void listsOfTextsWantLowerCase() {
        String id = seed("a@example.com", Map.of("city", "Oslo"));
        await();
        assertThat(emails(List.of(in("city", "oslo")))).containsExactly("a");
        assertThat(emails(List.of(in("city", "Oslo")))).isEmpty();
        assertThat(emails(List.of(in("hs_object_id", id, "17")))).containsExactly("a");
    }

    @Test
    void whatIsTooMuchIsRefused() {
        List<String> ids = IntStream.range(0, 200)
                .mapToObj(i -> String.valueOf(540_000_000_000L + i))
                .toList();
        assertThat(search(Map.of("filterGroups", groups(List.of(in("hs_object_id", ids.toArray(String[]::new))))))
                        .status())
                .isEqualTo(400);
        assertThat(search(Map.of(
                                "filterGroups",
                                groups(List.of(
                                        in("hs_object_id", ids.subList(0, 150).toArray(String[]::new))))))
                        .status())
                .isEqualTo(200);
        Map<String, Object> one = filter("city", "EQ", "x");
        assertThat(search(Map.of("filterGroups", groupsOf(3, 6, one))).status()).isEqualTo(200);
        assertThat(search(Map.of("filterGroups", groupsOf(4, 5, one))).status()).isEqualTo(400);
        assertThat(search(Map.of("filterGroups", groupsOf(6, 1, one))).status()).isEqualTo(400);
        assertThat(search(Map.of("filterGroups", groupsOf(1, 7, one))).status()).isEqualTo(400);
        Map<String, String> sort = Map.of("propertyName", "city", "direction", "ASCENDING");
        assertThat(search(Map.of("sorts", List.of(sort))).status()).isEqualTo(200);
        assertThat(search(Map.of("sorts", List.of(sort, sort))).status()).isEqualTo(400);
        assertThat(search(Map.of("limit", 200)).status()).isEqualTo(200);
        assertThat(search(Map.of("limit", 201)).status()).isEqualTo(400);
        assertThat(search(Map.of("limit", 200, "after", "9800")).status()).isEqualTo(200);
        assertThat(search(Map.of("limit", 200, "after", "9801")).status()).isEqualTo(400);
        assertThat(search(Map.of("filterGroups", groups(List.of(filter("hs_lastmodifieddate", "GT", "0")))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theIndexIsBehind() {
        String id = seed("a@example.com", Map.of("city", "Oslo"));
        assertThat(search(Map.of()).body().get("total").asInt()).isZero();
        await();
        assertThat(emails(List.of(filter("city", "EQ", "Oslo")))).containsExactly("a");
        simulator.humanUpdate("contacts", id, Map.of("city", "Rome"));
        clock.set(clock.instant().plusSeconds(4));
        assertThat(emails(List.of(filter("city", "EQ", "Oslo")))).containsExactly("a");
        clock.set(clock.instant().plusSeconds(1));
        assertThat(emails(List.of(filter("city", "EQ", "Oslo")))).isEmpty();
        assertThat(emails(List.of(filter("city", "EQ", "Rome")))).containsExactly("a");
        simulator.delete("contacts", id);
        assertThat(search(Map.of()).body().get("total").asInt()).isZero();
    }

    @Test
    void idsAreSortedAsNumbersAndPagesFollow() {
        List<String> ids = IntStream.range(0, 30)
                .mapToObj(i -> seed("c" + i + "@example.com", Map.of("city", i % 2 == 0 ? "Oslo" : "Rome")))
                .toList();
        await();
        List<String> found = new ArrayList<>();
        String last = "0";
        while (true) {
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("filterGroups", groups(List.of(filter("hs_object_id", "GT", last))));
            page.put("sorts", List.of(Map.of("propertyName", "hs_object_id", "direction", "ASCENDING")));
            page.put("limit", 7);
            List<String> some = search(page).texts("/id");
            found.addAll(some);
            if (some.isEmpty()) {
                break;
            }
            last = some.get(some.size() - 1);
        }
        assertThat(found).isEqualTo(ids);
        Answer first = search(Map.of("limit", 20));
        assertThat(first.body().get("total").asInt()).isEqualTo(30);
        String after = first.body().at("/paging/next/after").asText();
        Answer second = search(Map.of("limit", 20, "after", after));
        assertThat(second.texts("/id")).isEqualTo(ids.subList(20, 30));
        assertThat(second.body().has("paging")).isFalse();
        assertThat(search(Map.of("sorts", List.of(Map.of("propertyName", "city", "direction", "DESCENDING"))))
                        .texts("/properties/email")
                        .get(0))
                .isEqualTo("c1@example.com");
    }

    private String seed(String email, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("email", email);
        return simulator.seed("contacts", all);
    }

    private void await() {
        clock.set(clock.instant().plusSeconds(5));
    }

    private Answer search(Object body) {
        return caller.post(caller.crm("objects", "/contacts/search"), body);
    }

    @SafeVarargs
    private List<String> emails(List<Map<String, Object>>... groups) {
        Answer answer = search(Map.of("filterGroups", groups(groups)));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.texts("/properties/email").stream()
                .map(email -> email.split("@")[0])
                .toList();
    }

    @SafeVarargs
    private static List<Object> groups(List<Map<String, Object>>... groups) {
        return List.of(groups).stream()
                .map(group -> (Object) Map.of("filters", group))
                .toList();
    }

    private static List<Object> groupsOf(int groups, int filters, Map<String, Object> filter) {
        return IntStream.range(0, groups)
                .mapToObj(g -> (Object) Map.of(
                        "filters",
                        IntStream.range(0, filters).mapToObj(f -> filter).collect(Collectors.toList())))
                .toList();
    }

    private static Map<String, Object> filter(String property, String operator, String value) {
        return value == null
                ? Map.of("propertyName", property, "operator", operator)
                : Map.of("propertyName", property, "operator", operator, "value", value);
    }

    private static Map<String, Object> in(String property, String... values) {
        return Map.of("propertyName", property, "operator", "IN", "values", values);
    }
}

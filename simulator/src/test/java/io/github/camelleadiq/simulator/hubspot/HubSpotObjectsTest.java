/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import static io.github.camelleadiq.simulator.hubspot.HubSpotCaller.input;
import static io.github.camelleadiq.simulator.hubspot.HubSpotCaller.traced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.SimulatorClock;
import io.github.camelleadiq.simulator.hubspot.HubSpotCaller.Answer;
import io.github.camelleadiq.simulator.hubspot.HubSpotRequest.Kind;
import io.github.camelleadiq.simulator.hubspot.PortalProperty.Option;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotObjectsTest {
    private final SimulatorClock clock = new SimulatorClock();
    private HubSpotSimulator simulator;
    private HubSpotCaller caller;

    private void start(String version) {
        simulator = HubSpotSimulator.builder().apiVersion(version).clock(clock).start();
        caller = new HubSpotCaller(simulator, version);
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            assertThat(simulator.contractErrors()).noneMatch(error -> error.contains("answered"));
            simulator.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09", "v3"})
    void eachVersionHasItsOwnPaths(String version) {
        start(version);
        String other = version.equals("v3") ? "2026-09" : "v3";
        String id = simulator.seed("contacts", Map.of("lastname", "Doe"));
        assertThat(caller.read("contacts", List.of(id)).status()).isEqualTo(200);
        assertThat(caller.get(caller.crm("properties", "/contacts")).status()).isEqualTo(200);
        HubSpotCaller lost = new HubSpotCaller(simulator, other);
        assertThat(lost.read("contacts", List.of(id)).status()).isEqualTo(404);
        assertThat(lost.get(lost.crm("properties", "/contacts")).status()).isEqualTo(404);
        assertThat(caller.read("deals", List.of(id)).status()).isEqualTo(404);
    }

    @Test
    void otherVersionsAreRefusedAtTheStart() {
        HubSpotSimulatorBuilder builder = HubSpotSimulator.builder().apiVersion("v1");
        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-09");
    }

    @Test
    void whoHasNoTokenIsRefused() {
        start("2026-09");
        caller.token = "other";
        Answer refused = caller.get(caller.crm("properties", "/contacts"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().at("/category").asText()).isEqualTo("INVALID_AUTHENTICATION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09", "v3"})
    void recordsAreReadByTheirIdsAndInNoOrder(String version) {
        start(version);
        List<String> ids = seed(100);
        Answer all = caller.read("contacts", ids, "lastname", "jobtitle");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.texts("/id")).containsExactlyInAnyOrderElementsOf(ids).isNotEqualTo(ids);
        JsonNode one = all.body().at("/results/0/properties");
        assertThat(one.get("lastname").asText()).startsWith("Doe");
        assertThat(one.get("jobtitle").isNull()).isTrue();
        assertThat(one.get("lastmodifieddate").asText()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(one.has("email")).isFalse();
        assertThat(ids.stream().map(Long::valueOf).toList()).isSorted().allMatch(id -> id > 1L << 32);
        assertThat(ids.stream().sorted().toList()).isNotEqualTo(ids);
        assertThat(simulator.requestCount(Kind.READ)).isEqualTo(1);
        assertThat(simulator.requests().get(0).inputs()).isEqualTo(100);
        assertThat(simulator.contractErrors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09", "v3"})
    void unknownIdsAreErrorsBesideTheOthers(String version) {
        start(version);
        List<String> ids = seed(2);
        simulator.delete("contacts", ids.get(1));
        Answer answer = caller.read("contacts", List.of(ids.get(0), ids.get(1), "17"));
        assertThat(answer.status()).isEqualTo(version.equals("v3") ? 207 : 200);
        assertThat(answer.texts("/id")).containsExactly(ids.get(0));
        assertThat(answer.body().at("/numErrors").asInt()).isEqualTo(1);
        assertThat(answer.body().at("/errors/0/category").asText()).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(answer.body().at("/errors/0/context/ids").toString()).isEqualTo("[\"" + ids.get(1) + "\",\"17\"]");
        simulator.restore("contacts", ids.get(1));
        assertThat(caller.read("contacts", List.of(ids.get(1))).texts("/id")).containsExactly(ids.get(1));
    }

    @Test
    void tooManyOrTheSameIdsAreRefused() {
        start("2026-09");
        List<String> ids = seed(101);
        assertThat(caller.read("contacts", ids).status()).isEqualTo(400);
        assertThat(caller.read("contacts", List.of(ids.get(0), ids.get(0))).status())
                .isEqualTo(400);
        assertThat(withHistory(ids.subList(0, 51)).status()).isEqualTo(400);
        assertThat(withHistory(ids.subList(0, 50)).status()).isEqualTo(200);
        assertThat(simulator.contractErrors())
                .anyMatch(error -> error.startsWith("readBatch was sent: /inputs"))
                .anyMatch(error -> error.startsWith("readBatch was refused: Duplicate"));
        assertThat(caller.post(caller.crm("objects", "/contacts/batch/read"), "{")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void historyTellsWhoSetAValue() {
        start("2026-09");
        String id = simulator.create("contacts", Map.of("jobtitle", "CFO"));
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
        caller.update("contacts", input(id, Map.of("jobtitle", "CEO")));
        JsonNode history = withHistory(List.of(id)).body().at("/results/0/propertiesWithHistory/jobtitle");
        assertThat(history.findValuesAsText("value")).containsExactly("CEO", "CFO");
        assertThat(history.at("/0/sourceType").asText()).isEqualTo("INTEGRATION");
        assertThat(history.at("/0/sourceId").asText()).isEqualTo(String.valueOf(HubSpotSimulator.APP_ID));
        assertThat(history.at("/0").has("updatedByUserId")).isFalse();
        assertThat(history.at("/1/updatedByUserId").asInt()).isEqualTo(HubSpotSimulator.HUMAN_USER);
    }

    @Test
    void mergedRecordsAnswerUnderTheNewId() {
        start("2026-09");
        String first = simulator.seed("contacts", Map.of("lastname", "Doe", "jobtitle", "CEO"));
        String second = simulator.seed("contacts", Map.of("lastname", "Roe", "city", "Oslo"));
        String third = simulator.seed("contacts", Map.of("email", "ada@example.com"));
        String merged = simulator.merge("contacts", first, second);
        String last = simulator.merge("contacts", merged, third);
        assertThat(caller.read("contacts", List.of(first, second, merged, third, last))
                        .texts("/id"))
                .containsExactly(last);
        assertThat(simulator.record("contacts", first))
                .containsEntry("lastname", "Doe")
                .containsEntry("city", "Oslo")
                .containsEntry("email", "ada@example.com")
                .containsEntry("hs_merged_object_ids", String.join(";", first, second, third, merged))
                .containsEntry("hs_calculated_merged_vids", String.join(";", merged, third));
        Answer written = caller.update("contacts", traced(second, "t", Map.of("jobtitle", "CTO")));
        assertThat(written.texts("/id")).containsExactly(last);
        assertThat(simulator.record("contacts", last)).containsEntry("jobtitle", "CTO");
        JsonNode history = withHistory(List.of(third)).body().at("/results/0/propertiesWithHistory/jobtitle");
        assertThat(history.findValuesAsText("value")).containsExactly("CTO", "CEO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09", "v3"})
    void ofTracedRecordsTheGoodOnesAreWritten(String version) {
        start(version);
        simulator.define("contacts", simulator.property("contacts", "zip").archived(true));
        List<String> ids = seed(100);
        List<Object> inputs = new ArrayList<>();
        Map<Integer, Map<String, String>> bad = Map.of(
                3, Map.of("nope", "x"),
                14, Map.of("hs_email_optout", "true"),
                15, Map.of("zip", "0150"),
                92, Map.of("hs_seniority", "Director", "city", "Oslo"),
                65, Map.of("date_of_birth", "yesterday"));
        for (int i = 0; i < ids.size(); i++) {
            inputs.add(traced(
                    ids.get(i), "t" + i, bad.getOrDefault(i, Map.of("jobtitle", "CEO", "hs_seniority", "director"))));
        }
        Answer answer = caller.update("contacts", inputs.toArray());
        assertThat(answer.status()).isEqualTo(version.equals("v3") ? 207 : 200);
        assertThat(answer.body().at("/numErrors").asInt()).isEqualTo(5);
        List<String> named = new ArrayList<>();
        answer.body().get("errors").forEach(e -> {
            assertThat(e.get("category").asText()).isEqualTo("VALIDATION_ERROR");
            named.add(e.at("/context/objectWriteTraceId/0").asText());
        });
        assertThat(named).containsExactlyInAnyOrder("t3", "t14", "t15", "t92", "t65");
        Map<String, String> traces = new TreeMap<>();
        answer.body()
                .get("results")
                .forEach(r -> traces.put(
                        r.get("objectWriteTraceId").asText(), r.get("id").asText()));
        assertThat(traces).hasSize(95).containsEntry("t0", ids.get(0)).containsEntry("t99", ids.get(99));
        assertThat(answer.texts("/objectWriteTraceId")).isNotEqualTo(new ArrayList<>(traces.keySet()));
        assertThat(simulator.record("contacts", ids.get(92))).doesNotContainEntry("city", "Oslo");
        assertThat(simulator.writes()).hasSize(95);
        assertThat(simulator.contractErrors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09", "v3"})
    void ofOthersOneBadRecordRefusesAll(String version) {
        start(version);
        List<String> ids = seed(3);
        Answer answer = caller.update(
                "contacts",
                input(ids.get(0), Map.of("jobtitle", "CEO")),
                input(ids.get(1), Map.of("nope", "x")),
                input(ids.get(2), Map.of("jobtitle", "CEO")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("category").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(simulator.writes()).isEmpty();
        assertThat(caller.update("contacts", traced("17", "a", Map.of("city", "Oslo")))
                        .body()
                        .at("/errors/0/category")
                        .asText())
                .isEqualTo("OBJECT_NOT_FOUND");
        assertThat(caller.update("contacts", input("17", Map.of("city", "Oslo")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tooManyOrTheSameIdsAreNotWritten() {
        start("2026-09");
        List<String> ids = seed(101);
        Object[] all = IntStream.range(0, 101)
                .mapToObj(i -> traced(ids.get(i), "t" + i, Map.of("city", "Oslo")))
                .toArray();
        assertThat(caller.update("contacts", all).status()).isEqualTo(400);
        assertThat(caller.update(
                                "contacts",
                                traced(ids.get(0), "a", Map.of("city", "Oslo")),
                                traced(ids.get(0), "b", Map.of("city", "Rome")))
                        .status())
                .isEqualTo(400);
        assertThat(caller.update(
                                "contacts",
                                traced(ids.get(0), "a", Map.of("city", "Oslo")),
                                traced(ids.get(1), "a", Map.of("city", "Rome")))
                        .status())
                .isEqualTo(400);
        assertThat(simulator.writes()).isEmpty();
    }

    @Test
    void valuesAreKeptAsHubSpotKeepsThem() {
        start("2026-09");
        String id = simulator.seed("contacts", Map.of("jobtitle", "CEO"));
        Answer answer = caller.update(
                "contacts", input(id, Map.of("email", "Ada@Example.COM", "jobtitle", "", "date_of_birth", "0")));
        assertThat(answer.body().at("/results/0/properties/email").asText()).isEqualTo("ada@example.com");
        assertThat(answer.body().at("/results/0/properties/jobtitle").isNull()).isTrue();
        assertThat(simulator.record("contacts", id))
                .containsEntry("jobtitle", null)
                .containsEntry("date_of_birth", "1970-01-01");
    }

    @Test
    void adminRulesRefuseWritesOfOtherProperties() {
        for (String version : List.of("2026-09", "v3")) {
            start(version);
            String id = simulator.seed("contacts", Map.of("lifecyclestage", "customer"));
            simulator.require("contacts", "phone", values -> "customer".equals(values.get("lifecyclestage")));
            Answer answer = caller.update("contacts", traced(id, "t", Map.of("jobtitle", "CEO")));
            if (version.equals("v3")) {
                assertThat(answer.body().get("results")).hasSize(1);
            } else {
                JsonNode error = answer.body().at("/errors/0");
                assertThat(error.get("category").asText()).isEqualTo("VALIDATION_ERROR");
                assertThat(error.at("/context/propertyName/0").asText()).isEqualTo("phone");
                assertThat(simulator.record("contacts", id)).doesNotContainKey("jobtitle");
            }
            simulator.close();
        }
    }

    @Test
    void definitionsChangeAtRunTime() {
        start("2026-09");
        simulator.define(
                "companies", PortalProperty.enumeration("tier", new Option("Gold", "g"), new Option("Silver", "s")));
        simulator.define("companies", simulator.property("companies", "tier").hideOption("s"));
        simulator.define("companies", simulator.property("companies", "zip").archived(true));
        simulator.define("companies", simulator.property("companies", "phone").sensitive(true));
        JsonNode tier = caller.get(caller.crm("properties", "/companies/tier")).body();
        assertThat(tier.get("options").findValuesAsText("value")).containsExactly("g", "s");
        assertThat(tier.get("options").findValuesAsText("hidden")).containsExactly("false", "true");
        Answer list = caller.get(caller.crm("properties", "/companies"));
        assertThat(list.texts("/name")).contains("tier", "domain").doesNotContain("zip", "phone");
        assertThat(caller.get(caller.crm("properties", "/companies?archived=true"))
                        .texts("/name"))
                .containsExactly("zip");
        assertThat(caller.get(caller.crm("properties", "/companies?dataSensitivity=sensitive"))
                        .texts("/name"))
                .containsExactly("phone");
        assertThat(caller.get(caller.crm("properties", "/companies/zip")).status())
                .isEqualTo(404);
        JsonNode modified = caller.get(caller.crm("properties", "/companies/hs_lastmodifieddate"))
                .body();
        assertThat(modified.at("/modificationMetadata/readOnlyValue").asBoolean())
                .isTrue();
        assertThat(caller.get(caller.crm("properties", "/companies/lastmodifieddate"))
                        .status())
                .isEqualTo(404);

        String id = simulator.seed("companies", Map.of("name", "Acme"));
        assertThat(caller.update("companies", traced(id, "t", Map.of("tier", "s")))
                        .body()
                        .get("results"))
                .hasSize(1);
        simulator.define("companies", simulator.property("companies", "tier").withoutOption("s"));
        assertThat(caller.update("companies", traced(id, "t", Map.of("tier", "s")))
                        .body()
                        .get("errors"))
                .hasSize(1);
        simulator.removeProperty("companies", "tier");
        Answer refused = caller.update("companies", traced(id, "t", Map.of("tier", "g")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("message").asText()).contains("PROPERTY_DOESNT_EXIST");
    }

    @Test
    void answersCanSayNothingOfARecord() {
        start("2026-09");
        List<String> ids = seed(3);
        simulator.faults().leaveOut(1).failUnnamed(1);
        Answer answer = caller.update(
                "contacts",
                traced(ids.get(0), "a", Map.of("city", "Oslo")),
                traced(ids.get(1), "b", Map.of("city", "Oslo")),
                traced(ids.get(2), "c", Map.of("city", "Oslo")));
        assertThat(answer.texts("/objectWriteTraceId")).containsExactly("c");
        assertThat(answer.body().at("/errors/0/context").toString()).isEqualTo("{\"ids\":[\"\"]}");
        assertThat(simulator.record("contacts", ids.get(0))).containsEntry("city", "Oslo");
        assertThat(simulator.record("contacts", ids.get(1))).doesNotContainKey("city");
    }

    @Test
    void requestsFailInHubSpotsWords() {
        start("2026-09");
        String id = simulator.seed("contacts", Map.of("lastname", "Doe"));
        simulator
                .faults()
                .next(1, HubSpotFaults.tenSecondlyLimit().retryAfter(Duration.ofSeconds(7)))
                .next(1, HubSpotFaults.dailyLimit())
                .next(1, HubSpotFaults.secondlyLimit())
                .next(1, HubSpotFaults.locked())
                .next(1, HubSpotFaults.migration(Duration.ofHours(1)))
                .next(1, Fault.status(521))
                .next(1, r -> r.kind() == Kind.WRITE, Fault.resetAfterProcessing());
        Answer tenSecondly = caller.read("contacts", List.of(id));
        assertThat(tenSecondly.status()).isEqualTo(429);
        assertThat(tenSecondly.raw().headers().firstValue("Retry-After")).contains("7");
        assertThat(tenSecondly.body().get("errorType").asText()).isEqualTo("RATE_LIMIT");
        assertThat(tenSecondly.body().get("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(caller.read("contacts", List.of(id)).body().get("policyName").asText())
                .isEqualTo("DAILY");
        JsonNode secondly = caller.read("contacts", List.of(id)).body();
        assertThat(secondly.has("policyName")).isFalse();
        assertThat(secondly.get("message").asText()).contains("secondly limit");
        assertThat(caller.read("contacts", List.of(id)).status()).isEqualTo(423);
        Answer migration = caller.read("contacts", List.of(id));
        assertThat(migration.status()).isEqualTo(477);
        assertThat(migration.raw().headers().firstValue("Retry-After")).contains("3600");
        Answer html = caller.read("contacts", List.of(id));
        assertThat(html.status()).isEqualTo(521);
        assertThat(html.raw().body()).startsWith("<html>");
        assertThatThrownBy(() -> caller.update("contacts", input(id, Map.of("city", "Oslo"))))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.record("contacts", id)).containsEntry("city", "Oslo");
        assertThat(caller.read("contacts", List.of(id)).status()).isEqualTo(200);
    }

    private List<String> seed(int number) {
        return simulator.seed(
                "contacts", Stream.iterate(0, i -> i + 1).limit(number).map(i -> Map.of("lastname", "Doe" + i)));
    }

    private Answer withHistory(List<String> ids) {
        return caller.post(
                caller.crm("objects", "/contacts/batch/read"),
                Map.of(
                        "properties",
                        List.of(),
                        "propertiesWithHistory",
                        List.of("jobtitle"),
                        "inputs",
                        ids.stream().map(id -> Map.of("id", id)).toList()));
    }
}

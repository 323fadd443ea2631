/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.camel.Exchange;

/** Whatever was asked for before, an answer that the cache had a part in is the one that LeadIQ would give. */
class CacheMeansNoDifferenceTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String PLAIN_KEY = "key-of-the-routes-without-cache";

    private static LeadIQSimulator live;
    private static LeadIQSimulator documented;
    private static Map<LeadIQSimulator, CachedRoutes> cached;
    private static Map<LeadIQSimulator, CachedRoutes> plain;
    private static int run;

    @BeforeContainer
    static void start() {
        live = simulator(Dialect.LIVE);
        documented = simulator(Dialect.DOCUMENTED);
        cached = Map.of(live, CachedRoutes.inMemory(live), documented, CachedRoutes.inMemory(documented));
        plain = Map.of(
                live, new CachedRoutes(live, options -> options.setApiKey(PLAIN_KEY)),
                documented, new CachedRoutes(documented, options -> options.setApiKey(PLAIN_KEY)));
    }

    private static LeadIQSimulator simulator(Dialect dialect) {
        return LeadIQSimulator.builder()
                .dialect(dialect)
                .key(LeadIQSimulator.DEMO_KEY)
                .key(PLAIN_KEY)
                .start();
    }

    @AfterContainer
    static void stop() {
        cached.values().forEach(CachedRoutes::close);
        plain.values().forEach(CachedRoutes::close);
        live.close();
        documented.close();
    }

    @Provide
    Arbitrary<List<Set<DataPoint>>> selections() {
        return Arbitraries.of(DataPoint.class)
                .set()
                .ofMinSize(1)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> people() {
        return Arbitraries.of("ada.sample", "nophone.noemail", "several.people", "suppressed.sample", "nobody");
    }

    @Property(tries = 60)
    void whateverWasAskedForBefore(
            @ForAll("selections") List<Set<DataPoint>> selections,
            @ForAll("people") String person,
            @ForAll boolean isLive,
            @ForAll boolean byMatch) {
        LeadIQSimulator simulator = isLive ? live : documented;
        String operation = byMatch && isLive ? "matchProfile" : "searchPeople";
        Map<String, Object> input = Map.of("email", person + "@run" + run++ + ".example");
        for (Set<DataPoint> selection : selections) {
            String points = selection.stream().map(DataPoint::variable).collect(Collectors.joining(","));
            Map<String, Object> headers = Map.of(LeadIQConstants.DATA_POINTS, points);

            Exchange fromCache = cached.get(simulator).call(operation, input, headers);
            Exchange fromServer = plain.get(simulator).call(operation, input, headers);

            assertSame(fromCache, fromServer);
        }
        // within LeadIQ's free year the cache saves requests, and costs nothing for buying in parts
        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY))
                .isEqualByComparingTo(simulator.meter().total(PLAIN_KEY));
        assertThat(CachedRoutes.isHit(
                        cached.get(simulator).call(operation, input, Map.of(LeadIQConstants.DATA_POINTS, "profile"))))
                .isTrue();
        assertThat(simulator.validationErrors()).isEmpty();
    }

    @Provide
    Arbitrary<List<String>> fields() {
        return Arbitraries.of(
                        "totalResults",
                        "results { id }",
                        "results { _id name { first last } }",
                        "results { id n: name { full: fullName } }",
                        "results { id currentPositions { title companyId dateRange { start end } } }",
                        "results { id currentPositions { title emails { value } } }",
                        "results { id currentPositions { phones { value status } workEmail { value } } }",
                        "results { id currentPositions { companyInfo { name id domain technologies { name } } } }",
                        "results { id currentPositions { companyInfo { functionTrends(from: \"2026-01-01T00:00:00Z\")"
                                + " { time } } } }",
                        "results { id currentPositions { companyInfo { t: functionTrends { time } } } }",
                        "results { ... on PersonRecord { id location { city } } }")
                .list()
                .ofMinSize(2)
                .ofMaxSize(6);
    }

    @Property(tries = 60)
    void whateverFieldsWereChosenBefore(@ForAll("fields") List<String> fields, @ForAll("people") String person) {
        Map<String, Object> input = Map.of("email", person + "@run" + run++ + ".example");
        for (String own : fields) {
            Map<String, Object> headers = Map.of(LeadIQConstants.FIELDS, own);
            assertSame(
                    cached.get(live).call("searchPeople", input, headers),
                    plain.get(live).call("searchPeople", input, headers));
        }
        assertThat(live.validationErrors()).isEmpty();
    }

    private static void assertSame(Exchange fromCache, Exchange fromServer) {
        try {
            assertThat(MAPPER.readTree(CachedRoutes.json(fromCache)))
                    .isEqualTo(MAPPER.readTree(CachedRoutes.json(fromServer)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.CacheType;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.PartialData;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a route sees of the cache, and LeadIQ of the route. */
class MemoryCacheIT {

    private static final Map<String, Object> ADA = Map.of("email", "ada.sample@acme.example");

    private LeadIQSimulator simulator;
    private CachedRoutes routes;

    @BeforeEach
    void start() {
        simulator = LeadIQSimulator.builder()
                .key(LeadIQSimulator.DEMO_KEY)
                .key("another-key")
                .start();
        routes = CachedRoutes.inMemory(simulator);
        // the schema is asked for at first use
        routes.call("usage", Map.of(), Map.of());
    }

    @AfterEach
    void stop() {
        routes.close();
        simulator.close();
    }

    @Test
    void doesNotBuyTheSameTwice() {
        Exchange first = routes.searchPeople(ADA, "profile,email");
        long requests = simulator.requestCount();

        Exchange second = routes.searchPeople(ADA, "profile,email");

        assertThat(CachedRoutes.isHit(first)).isFalse();
        assertThat(CachedRoutes.requestCount(first)).isEqualTo(1);
        assertThat(CachedRoutes.isHit(second)).isTrue();
        assertThat(CachedRoutes.requestCount(second)).isZero();
        assertThat(CachedRoutes.json(second)).isEqualTo(CachedRoutes.json(first));
        assertThat(simulator.requestCount()).isEqualTo(requests);
    }

    @Test
    void knowsAnIdentifierInAnotherSpelling() {
        routes.searchPeople(Map.of("linkedinUrl", "https://www.linkedin.com/in/ada-sample/?trk=x"), "profile");

        Exchange second = routes.searchPeople(Map.of("linkedinUrl", "linkedin.com/in/ada-sample"), "profile");

        assertThat(CachedRoutes.isHit(second)).isTrue();
    }

    @Test
    void otherFiltersAreAnotherLookup() {
        routes.searchPeople(ADA, "profile");

        Exchange second =
                routes.searchPeople(Map.of("email", "ada.sample@acme.example", "minConfidence", 99), "profile");

        assertThat(CachedRoutes.isHit(second)).isFalse();
    }

    @Test
    void handsOutNoMoreThanWasAskedFor() {
        String wide = CachedRoutes.json(routes.searchPeople(ADA, "all"));

        Exchange narrow = routes.searchPeople(ADA, "profile");

        assertThat(wide).contains("personalPhones", "ada.sample@acme.example");
        assertThat(CachedRoutes.isHit(narrow)).isTrue();
        assertThat(CachedRoutes.json(narrow)).doesNotContain("phones", "Phones", "emails", "Emails", "@");
    }

    @Test
    void answersASelectionOfTheCallersOwn() {
        routes.searchPeople(ADA, "all");

        Exchange own = routes.call(
                "searchPeople",
                ADA,
                Map.of(LeadIQConstants.FIELDS, "results { id: confidence who: name { first } last: name { last } }"));

        assertThat(CachedRoutes.isHit(own)).isTrue();
        assertThat(CachedRoutes.json(own))
                .isEqualTo("{\"results\":[{\"id\":95,\"who\":{\"first\":\"Ada\"},\"last\":{\"last\":\"Sample\"}}]}");
    }

    @Test
    void buysOnlyTheDifference() {
        String profile = CachedRoutes.json(routes.searchPeople(ADA, "profile,email"));

        Exchange more = routes.searchPeople(ADA, "profile,email,phone");

        assertThat(CachedRoutes.isHit(more)).isFalse();
        assertThat(CachedRoutes.requestCount(more)).isEqualTo(1);
        assertThat(profile).doesNotContain("555");
        assertThat(CachedRoutes.json(more)).contains("555", "ada.sample@acme.example");
        String document =
                simulator.requests().get(simulator.requests().size() - 1).document();
        assertThat(document).contains("phones", "personalPhones").doesNotContain("emails", "linkedinUrl", "industry");
        assertThat(CachedRoutes.isHit(routes.searchPeople(ADA, "all"))).isFalse();
        assertThat(CachedRoutes.isHit(routes.searchPeople(ADA, "all"))).isTrue();
    }

    @Test
    void asksForEverythingWhenRecordsCannotBeToldApart() {
        routes.call("searchPeople", ADA, Map.of(LeadIQConstants.FIELDS, "results { name { first } }"));

        Exchange other = routes.call("searchPeople", ADA, Map.of(LeadIQConstants.FIELDS, "results { name { last } }"));

        assertThat(CachedRoutes.json(other)).isEqualTo("{\"results\":[{\"name\":{\"last\":\"Sample\"}}]}");
    }

    @Test
    void keepsThatThereIsNobodyWhateverIsAskedFor() {
        Map<String, Object> nobody = Map.of("email", "nobody@acme.example");
        routes.searchPeople(nobody, "profile");

        Exchange again = routes.searchPeople(nobody, "all");

        assertThat(CachedRoutes.isHit(again)).isTrue();
        assertThat(CachedRoutes.json(again)).contains("\"results\":[]");
    }

    @Test
    void keepsNoFailures() {
        simulator.faults().next(1, Fault.status(500));
        assertThat(routes.searchPeople(ADA, "profile").getException()).isNotNull();

        Exchange again = routes.searchPeople(ADA, "profile");

        assertThat(again.getException()).isNull();
        assertThat(CachedRoutes.isHit(again)).isFalse();
    }

    @Test
    void keepsNoPartialAnswers() {
        try (CachedRoutes keeping = new CachedRoutes(simulator, configuration -> {
            configuration.setCache(CacheType.MEMORY);
            configuration.setPartialData(PartialData.KEEP);
        })) {
            keeping.call("usage", Map.of(), Map.of());
            simulator.faults().next(1, Fault.partial("searchPeople.results.0.linkedin"));
            assertThat(CachedRoutes.json(keeping.searchPeople(ADA, "profile"))).contains("\"linkedin\":null");

            Exchange again = keeping.searchPeople(ADA, "profile");

            assertThat(CachedRoutes.isHit(again)).isFalse();
            assertThat(CachedRoutes.json(again)).contains("linkedin.com/in");
        }
    }

    @Test
    void anotherKeyBuysForItself() {
        try (CachedRoutes tenants = new CachedRoutes(simulator, configuration -> {
            configuration.setCache(CacheType.MEMORY);
            configuration.setApiKeyHeaderEnabled(true);
        })) {
            tenants.searchPeople(ADA, "profile");

            Exchange other = tenants.call("searchPeople", ADA, Map.of(LeadIQConstants.API_KEY, "another-key"));

            assertThat(CachedRoutes.isHit(other)).isFalse();
            assertThat(simulator.meter().total("another-key")).isPositive();
        }
    }

    @Test
    void asksAgainOnDemandAndKeepsTheNewAnswer() {
        routes.searchPeople(ADA, "profile");
        long requests = simulator.requestCount();

        Exchange fresh = routes.call(
                "searchPeople",
                ADA,
                Map.of(LeadIQConstants.DATA_POINTS, "profile", LeadIQConstants.CACHE_BYPASS, true));

        assertThat(CachedRoutes.isHit(fresh)).isFalse();
        assertThat(simulator.requestCount()).isEqualTo(requests + 1);
        assertThat(CachedRoutes.isHit(routes.searchPeople(ADA, "profile"))).isTrue();
    }

    @Test
    void asksAgainForWhatIsFreeAndTellsHowThingsAreNow() {
        Map<String, Object> person = Map.of("personId", "p-ada-sample-at-acme-example");
        routes.call("regeneratedTime", person, Map.of());
        long requests = simulator.requestCount();

        routes.call("regeneratedTime", person, Map.of());

        assertThat(simulator.requestCount()).isEqualTo(requests + 1);
    }

    @Test
    void erasesWhatWasBoughtUnderOrContainsAnIdentifier() {
        Map<String, Object> byUrl = Map.of("linkedinUrl", "https://www.linkedin.com/in/ada-sample-at-acme-dot-example");
        routes.searchPeople(ADA, "profile");
        routes.searchPeople(byUrl, "profile,email");
        routes.searchPeople(Map.of("email", "grace.sample@acme.example"), "profile,email");

        assertThat(routes.component().erase(" Ada.Sample@ACME.example ")).isCompletedWithValue(2);

        assertThat(CachedRoutes.isHit(routes.searchPeople(ADA, "profile"))).isFalse();
        assertThat(CachedRoutes.isHit(routes.searchPeople(byUrl, "profile"))).isFalse();
        assertThat(CachedRoutes.isHit(routes.searchPeople(Map.of("email", "grace.sample@acme.example"), "profile")))
                .isTrue();
    }

    @Test
    void hundredEqualLookupsAtOnceAreOneRequest() {
        long requests = simulator.requestCount();
        simulator.latency(Duration.ofMillis(500));

        List<CompletableFuture<Exchange>> all = IntStream.range(0, 100)
                .mapToObj(i -> routes.template().asyncSend("direct:searchPeople", exchange -> exchange.getMessage()
                        .setBody(Map.of("email", i % 2 == 0 ? "x.sample@acme.example" : "X.Sample@acme.example"))))
                .toList();
        List<Exchange> answers = all.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(CachedRoutes.json(answer)).contains("x.sample@"));
        assertThat(simulator.requestCount()).isEqualTo(requests + 1);
        assertThat(answers.stream().mapToInt(CachedRoutes::requestCount).sum()).isEqualTo(1);
    }

    @Test
    void isOffUnlessConfigured() {
        try (CachedRoutes plain = new CachedRoutes(simulator, configuration -> {})) {
            plain.searchPeople(ADA, "profile");
            long requests = simulator.requestCount();

            Exchange again = plain.searchPeople(ADA, "profile");

            assertThat(CachedRoutes.isHit(again)).isFalse();
            assertThat(simulator.requestCount()).isEqualTo(requests + 1);
        }
    }
}

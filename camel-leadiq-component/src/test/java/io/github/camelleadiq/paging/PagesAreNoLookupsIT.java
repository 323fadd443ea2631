/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.camelleadiq.CacheType;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LeadIQItems;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.SimulatedRequest;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code searchPeople} is a lookup and a list: what is done for lookups must leave the pages of the list alone. */
@Timeout(60)
class PagesAreNoLookupsIT {

    /** 25 people have that name. */
    private static final Map<String, Object> SEVERAL = several("example.com");

    private static final String PAGES = "leadiq:searchPeople?pageSize=10&paging=";

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig(LeadIQSimulator.builder());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static Map<String, Object> several(String domain) {
        return Map.of("fullName", "Several Sample", "company", Map.of("domain", domain));
    }

    private List<SimulatedRequest> searches() {
        return rig.requests("SearchPeople");
    }

    private List<Object> people(String paging) {
        Exchange exchange = rig.send(PAGES + paging, SEVERAL);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(LeadIQConstants.CACHE_HIT)).isEqualTo(false);
        return exchange.getMessage().getBody() instanceof LeadIQItems items
                ? Rig.drain(items)
                : List.copyOf(exchange.getMessage().getBody(List.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "all"})
    void pagesAreAskedForAnewWhateverIsKept(String paging) {
        rig.component.getConfiguration().setCache(CacheType.MEMORY);
        // one lookup for the place of each page, so that there is something to serve them from
        List<Object> kept = IntStream.of(0, 10, 20)
                .mapToObj(skip -> rig.send("leadiq:searchPeople?pageSize=10&input.skip=" + skip, SEVERAL))
                .flatMap(exchange -> exchange.getMessage().getBody(SearchResult.class).results().stream())
                .map(Object.class::cast)
                .toList();
        assertThat(kept).hasSize(25).doesNotHaveDuplicates();
        assertThat(searches()).hasSize(3);

        assertThat(people(paging)).isEqualTo(kept);
        assertThat(people(paging)).isEqualTo(kept);

        assertThat(searches()).hasSize(9);
        assertThat(rig.send("leadiq:searchPeople?pageSize=10&input.skip=0", SEVERAL)
                        .getMessage()
                        .getHeader(LeadIQConstants.CACHE_HIT))
                .as("lookups are still kept")
                .isEqualTo(true);
    }

    @Test
    void lookupsAreNotServedFromPages() {
        rig.component.getConfiguration().setCache(CacheType.MEMORY);
        people("all");

        Message page = rig.send("leadiq:searchPeople?pageSize=10&input.skip=10", SEVERAL)
                .getMessage();

        assertThat(page.getHeader(LeadIQConstants.CACHE_HIT)).isEqualTo(false);
        // which the second page of a list does not have
        assertThat(page.getHeader(LeadIQConstants.TOTAL)).isEqualTo(25L);
    }

    @Test
    void equalStreamsAtTheSameTimeHaveTheirOwnPages() {
        LeadIQConfiguration configuration = rig.component.getConfiguration();
        configuration.setBatchWindow(Duration.ofMillis(50));
        rig.simulator.latency(Duration.ofMillis(50));

        List<CompletableFuture<List<Object>>> streams = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> people("stream")))
                .toList();

        List<Object> expected = streams.get(0).join();
        assertThat(expected).hasSize(25).doesNotHaveDuplicates();
        assertThat(streams).allSatisfy(stream -> assertThat(stream.join()).isEqualTo(expected));
        assertThat(rig.simulator.requests().stream().filter(request -> !request.introspection()))
                .hasSize(12)
                .allSatisfy(request -> assertThat(request.rootFields()).isEqualTo(1));
    }

    static Stream<Arguments> listsWithPaging() {
        Map<String, Supplier<Object>> bodies = Map.of(
                "list", () -> List.of(SEVERAL, several("example.org")),
                "empty list", List::of,
                "array", () -> new Object[] {SEVERAL},
                "iterator", () -> List.of(SEVERAL).iterator(),
                "stream", () -> Stream.of(SEVERAL));
        return Stream.of("stream", "all").flatMap(paging -> bodies.entrySet().stream()
                .map(body -> Arguments.of(paging, body.getKey(), body.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("listsWithPaging")
    void aListOfLookupsIsRefusedBeforeAnythingIsSent(String paging, String name, Supplier<Object> body) {
        Exchange exchange = rig.send(PAGES + paging, body.get());

        assertThat(exchange.getException())
                .isInstanceOf(LeadIQInvalidRequestException.class)
                .hasMessageContaining("body is a list")
                .hasMessageContaining("paging=page");
        assertThat(rig.simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "all"})
    void noOtherOperationTakesAListEither(String paging) {
        for (Object body :
                List.of(List.of(Rig.EVERYBODY), List.of(Rig.EVERYBODY).iterator())) {
            assertThat(rig.send("leadiq:flatAdvancedSearch?paging=" + paging, body)
                            .getException())
                    .isInstanceOf(LeadIQInvalidRequestException.class)
                    .hasMessageContaining("body is ");
        }
        assertThat(rig.simulator.requests()).isEmpty();
    }

    /** A list from an earlier step is none of the business of operations that need no body. */
    @Test
    void operationsWithoutAnInputLeaveAListAlone() {
        assertThat(rig.stream("leadiq:lists?paging=stream", List.of(SEVERAL)).hasNext())
                .isFalse();
    }

    @Test
    void aListWithOnePageEachIsManyLookups() {
        Exchange exchange = rig.send(PAGES + "page", List.of(SEVERAL, several("example.org")));

        assertThat(exchange.getMessage().getBody())
                .asInstanceOf(LIST)
                .hasSize(2)
                .allSatisfy(result -> assertThat(((SearchResult) ((LookupResult) result).result()).results())
                        .hasSize(10));
        assertThat(rig.simulator.requests().stream().filter(request -> !request.introspection()))
                .singleElement()
                .returns(2, SimulatedRequest::rootFields);
    }

    /** As the refusal says. */
    @Test
    void aListThatIsSplitIsPagedThroughOneByOne() {
        Iterator<Map<String, Object>> searches =
                List.of(SEVERAL, several("example.org")).iterator();

        while (searches.hasNext()) {
            assertThat(Rig.drain(rig.stream(PAGES + "stream", searches.next()))).hasSize(25);
        }
        assertThat(searches()).hasSize(6);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LeadIQItems;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQPageException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.client.PagePosition;
import io.github.camelleadiq.model.Person;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One item after another, with one page ahead. */
@Timeout(60)
class StreamIT {

    private static final String SEARCH = "leadiq:flatAdvancedSearch?paging=stream&fields=totalPeople people { id }";

    private Rig rig;

    private void start(int population) {
        rig = new Rig(LeadIQSimulator.builder().population(population));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void bringsNineThousandPeopleInOrderWithOneRequestForEachHundred() {
        start(9_000);

        List<Object> people = Rig.drain(rig.stream(SEARCH, Rig.EVERYBODY));

        assertThat(people).hasSize(9_000).doesNotHaveDuplicates();
        // and one that finds the end: a full page is no sign of it
        assertThat(rig.searches()).isEqualTo(91);
        assertThat(rig.requests("FlatAdvancedSearch"))
                .extracting(request -> ((Map<?, ?>) request.variables().get("input")).get("skip"))
                .isEqualTo(IntStream.rangeClosed(0, 90).mapToObj(i -> i * 100).toList());
        assertThat(people).isEqualTo(pageByPage(9_000));
    }

    private List<Object> pageByPage(int count) {
        List<Object> people = new ArrayList<>();
        for (int skip = 0; skip < count; skip += 1_000) {
            people.addAll((List<?>) rig.send(
                            "leadiq:flatAdvancedSearch?paging=all&maxItems=1000&pageSize=1000&fields=people { id }"
                                    + "&input.skip=" + skip,
                            Rig.EVERYBODY)
                    .getMessage()
                    .getBody());
        }
        return people;
    }

    @Test
    void asksForTheTotalOnTheFirstPageOnly() {
        start(25);

        Exchange exchange = rig.send(SEARCH + "&pageSize=10", Rig.EVERYBODY);
        Rig.drain((LeadIQItems) exchange.getMessage().getBody());

        assertThat(exchange.getMessage().getHeader(LeadIQConstants.TOTAL)).isEqualTo(25L);
        assertThat(rig.requests("FlatAdvancedSearch"))
                .extracting(request -> request.document().contains("totalPeople"))
                .containsExactly(true, false, false);
    }

    @Test
    void addsWhatLeadsToTheNextPageToFieldsOfTheCallers() {
        start(1);
        rig.send(
                "leadiq:addTrackedCompanies",
                Map.of(
                        "companies",
                        IntStream.range(0, 5)
                                .mapToObj(i -> Map.of("name", "Example " + i, "domain", "c" + i + ".example"))
                                .toList()));

        List<Object> companies = Rig.drain(rig.stream(
                "leadiq:trackedCompanies?paging=stream&resultType=map&pageSize=2&fields=edges { node { domain } }",
                null));

        assertThat(companies)
                .isEqualTo(IntStream.range(0, 5)
                        .mapToObj(i -> Map.of("domain", "c" + i + ".example"))
                        .toList());
        assertThat(rig.requests("TrackedCompanies")).hasSize(3);
        assertThat(rig.simulator.validationErrors()).isEmpty();
    }

    @Test
    void refusesFieldsWithoutTheItems() {
        start(1);

        assertThat(rig.send("leadiq:flatAdvancedSearch?paging=stream&fields=totalPeople", Rig.EVERYBODY)
                        .getException())
                .isInstanceOf(LeadIQInvalidRequestException.class)
                .hasMessageContaining("people");
    }

    @Test
    void refusesFieldsThatFixThePage() {
        start(1);

        assertThat(rig.send(
                                "leadiq:companyTrackingTask?paging=stream&id=task-1"
                                        + "&fields=jobChanges(first: 2) { edges { node { id } } }",
                                null)
                        .getException())
                .isInstanceOf(LeadIQInvalidRequestException.class)
                .hasMessageContaining("after is what leads to the next page");
        assertThat(rig.requests("CompanyTrackingTask")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "10,1,10", "25,3,5", "29,3,9"})
    void stopsAtMaxItemsAndAsksForNoMore(int maxItems, int requests, int lastLimit) {
        start(200);

        assertThat(Rig.drain(rig.stream(SEARCH + "&pageSize=10&maxItems=" + maxItems, Rig.EVERYBODY)))
                .hasSize(maxItems);

        assertThat(rig.searches()).isEqualTo(requests);
        assertThat(rig.requests("FlatAdvancedSearch")
                        .get(requests - 1)
                        .variables()
                        .toString())
                .contains("limit=" + lastLimit);
    }

    @Test
    void isOnePageAheadAndNoFurther() {
        start(100);
        LeadIQItems items = rig.stream(SEARCH + "&pageSize=10", Rig.EVERYBODY);
        assertThat(rig.searches()).isEqualTo(1);

        for (int page = 1; page <= 5; page++) {
            int expected = page + 1;
            Rig.take(items, 1);
            await().untilAsserted(() -> assertThat(rig.searches()).isEqualTo(expected));
            Rig.take(items, 9);
            assertThat(rig.searches()).isEqualTo(expected);
        }
    }

    @Test
    void letsGoOfPagesThatAreDone() {
        start(40);
        List<WeakReference<Object>> pages = new ArrayList<>();
        LeadIQItems items = rig.stream("leadiq:flatAdvancedSearch?paging=stream&pageSize=10", Rig.EVERYBODY);
        for (int page = 0; page < 3; page++) {
            Rig.take(items, 10);
            pages.add(new WeakReference<>(Held.page(items)));
        }

        await().untilAsserted(() -> {
            System.gc();
            assertThat(pages.get(0).get()).isNull();
            assertThat(pages.get(1).get()).isNull();
        });
        assertThat(pages.get(2).get()).isNotNull();
        assertThat(Rig.drain(items)).hasSize(10);
    }

    @Test
    void asksForNothingMoreOnceClosed() {
        start(100);
        LeadIQItems items = rig.stream(SEARCH + "&pageSize=10", Rig.EVERYBODY);
        Rig.take(items, 3);
        await().until(() -> rig.searches() == 2);

        items.close();
        items.close();

        assertThat(items.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(items::next);
        assertThat(items.position()).isEqualTo(new PagePosition(3, null));
        assertThat(rig.searches()).isEqualTo(2);
    }

    @Test
    void wakesItsConsumerWhenClosedByAnotherThread() {
        start(100);
        LeadIQItems items = rig.stream(SEARCH + "&pageSize=10", Rig.EVERYBODY);
        rig.simulator.faults().when(request -> request.mentions("skip=10"), Fault.hang());
        Rig.take(items, 10);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(items::hasNext);
        await().until(() -> rig.searches() == 2);

        items.close();

        assertThat(waiting).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(false);
    }

    @Test
    void tellsOfAFailureOnceAndWhereToGoOn() {
        start(100);
        rig.simulator.faults().next(1, request -> request.mentions("skip=20"), Fault.graphql(401));
        LeadIQItems items = rig.stream(SEARCH + "&pageSize=10", Rig.EVERYBODY);
        Rig.take(items, 20);

        LeadIQPageException failure = catchThrowableOfType(LeadIQPageException.class, items::next);

        assertThat(failure)
                .hasCauseInstanceOf(LeadIQAuthenticationException.class)
                .hasMessageContaining("offset 20");
        assertThat(failure.getPosition()).isEqualTo(new PagePosition(20, null));
        assertThat(failure.isTransient()).isFalse();
        assertThat(items.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(items::next);
        List<Object> rest = Rig.drain(
                rig.stream(SEARCH + "&input.skip=" + failure.getPosition().offset(), Rig.EVERYBODY));
        assertThat(rest).hasSize(80);
    }

    @Test
    void failsTheExchangeWhenThereIsNoFirstPage() {
        start(100);
        rig.simulator.faults().next(1, request -> request.mentions("limit"), Fault.graphql(401));

        assertThat(rig.send(SEARCH, Rig.EVERYBODY).getException()).isInstanceOf(LeadIQAuthenticationException.class);
    }

    @Test
    void doesNotHangWhenTheContextStops() {
        start(100);
        LeadIQItems items = rig.stream(SEARCH + "&pageSize=10", Rig.EVERYBODY);
        rig.simulator.faults().when(request -> request.mentions("skip=10"), Fault.hang());
        Rig.take(items, 10);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(items::hasNext);
        await().until(() -> rig.searches() == 2);

        rig.context.stop();

        assertThat(waiting).succeedsWithin(10, TimeUnit.SECONDS);
        assertThatThrownBy(items::next).hasCauseInstanceOf(LeadIQTransportException.class);
    }

    @Test
    void isEmptyWhenNothingIsFound() {
        start(100);

        assertThat(rig.stream(SEARCH, Rig.NOBODY).hasNext()).isFalse();
        assertThat(rig.stream("leadiq:list?paging=stream", "no-such-list").hasNext())
                .isFalse();
        assertThat(rig.stream("leadiq:trackedCompanies?paging=stream", null).hasNext())
                .isFalse();
        assertThat(rig.searches()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"stream,10000,", "all,10000,", "page,10000,", "page,9990,11", "page,-1,5", "stream,-1,5"})
    void refusesOffsetsThatLeadIQDoesNotListBeforeSending(String paging, int skip, Integer limit) {
        start(1);

        Exchange exchange = rig.send(
                "leadiq:flatAdvancedSearch?paging=" + paging + "&input.skip=" + skip
                        + (limit == null ? "" : "&input.limit=" + limit),
                Rig.EVERYBODY);

        assertThat(exchange.getException())
                .isInstanceOf(LeadIQInvalidRequestException.class)
                .hasMessageContaining(skip < 0 ? "must not be negative" : "Narrow the filters");
        assertThat(rig.searches()).isZero();
    }

    @Test
    void saysSoWhenThereIsMoreThanLeadIQLists() {
        start(10_050);
        LeadIQItems items = rig.stream(SEARCH + "&pageSize=30&input.skip=9950", Rig.EVERYBODY);
        Rig.take(items, 50);

        assertThatThrownBy(items::next)
                .isInstanceOf(LeadIQPageException.class)
                .hasCauseInstanceOf(LeadIQInvalidRequestException.class)
                .hasMessageContaining("Narrow the filters");
        assertThat(rig.searches()).isEqualTo(2);
    }

    @Test
    void endsQuietlyWhereTheListEndsWithTheWindow() {
        start(10_000);

        assertThat(Rig.drain(rig.stream(SEARCH + "&pageSize=30&input.skip=9950", Rig.EVERYBODY)))
                .hasSize(50);
    }

    @Test
    void toleratesAServerThatGivesSmallerPagesThanItWasAskedFor() {
        start(50);
        List<Object> expected = Rig.drain(rig.stream(SEARCH, Rig.EVERYBODY));
        rig.simulator
                .faults()
                .next(1, request -> request.mentions("skip=20"), Fault.partial("flatAdvancedSearch.people.3"));

        LeadIQItems items = rig.stream(SEARCH + "&pageSize=10&partialData=keep", Rig.EVERYBODY);
        List<Object> people = new ArrayList<>();
        List<Integer> errors = new ArrayList<>();
        while (items.hasNext()) {
            people.add(items.next());
            errors.add(items.errors().size());
        }

        List<Object> without = new ArrayList<>(expected);
        without.remove(23);
        assertThat(people).isEqualTo(without);
        assertThat(errors).hasSize(49);
        assertThat(errors.subList(20, 29)).containsOnly(1);
        assertThat(errors.subList(0, 20)).containsOnly(0);
    }

    @Test
    void mapsThePageSizeToTheOperationsOwnNameAlsoForOnePage() {
        start(50);

        assertThat(rig.send("leadiq:flatAdvancedSearch?pageSize=7", Rig.EVERYBODY)
                        .getMessage()
                        .getBody())
                .extracting("people")
                .asInstanceOf(InstanceOfAssertFactories.list(Person.class))
                .hasSize(7);
    }
}

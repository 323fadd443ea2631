/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.LeadIQItems;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.model.CompanySearchResponse;
import io.github.camelleadiq.model.CompanyTrackingTask;
import io.github.camelleadiq.model.JobChangeEdge;
import io.github.camelleadiq.model.LeadIQList;
import io.github.camelleadiq.model.ListConnection;
import io.github.camelleadiq.model.PersonSearchResponse;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.model.StartCompanyTrackingResponse;
import io.github.camelleadiq.model.TaskStatus;
import io.github.camelleadiq.model.TrackedCompaniesConnection;
import io.github.camelleadiq.model.TrackedCompanyEdge;
import io.github.camelleadiq.model.TrackedContactEdge;
import io.github.camelleadiq.model.TrackedContactsConnection;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the way to the next page, all pages together have what one large page has. */
class EveryPagedOperationIT {

    private static final Set<LeadIQOperation> LIVE_ONLY =
            Set.of(LeadIQOperation.TRACKED_CONTACTS, LeadIQOperation.LISTS, LeadIQOperation.LIST);

    /**
     * An operation with something to page through.
     *
     * @param prepare makes the items; the body to ask for them with
     * @param items the items of a single page
     */
    private record Case(
            LeadIQOperation operation, int count, Function<Rig, Object> prepare, Function<Object, List<?>> items) {

        static <T> Case of(
                LeadIQOperation operation,
                Class<T> type,
                int count,
                Function<Rig, Object> prepare,
                Function<T, List<?>> items) {
            return new Case(operation, count, prepare, page -> items.apply(type.cast(page)));
        }

        @Override
        public String toString() {
            return operation.graphqlName();
        }
    }

    private static final List<Case> CASES = List.of(
            Case.of(
                    LeadIQOperation.FLAT_ADVANCED_SEARCH,
                    PersonSearchResponse.class,
                    23,
                    rig -> Rig.EVERYBODY,
                    PersonSearchResponse::people),
            Case.of(
                    LeadIQOperation.GROUPED_ADVANCED_SEARCH,
                    CompanySearchResponse.class,
                    3,
                    rig -> Rig.EVERYBODY,
                    CompanySearchResponse::companies),
            Case.of(
                    LeadIQOperation.SEARCH_PEOPLE,
                    SearchResult.class,
                    25,
                    rig -> Map.of("fullName", "Several Sample", "company", Map.of("domain", "example.com")),
                    SearchResult::results),
            Case.of(
                    LeadIQOperation.TRACKED_COMPANIES,
                    TrackedCompaniesConnection.class,
                    13,
                    EveryPagedOperationIT::trackCompanies,
                    page -> page.edges().stream().map(TrackedCompanyEdge::node).toList()),
            Case.of(
                    LeadIQOperation.COMPANY_TRACKING_TASK,
                    CompanyTrackingTask.class,
                    26,
                    EveryPagedOperationIT::finishTask,
                    page -> page.jobChanges().edges().stream()
                            .map(JobChangeEdge::node)
                            .toList()),
            Case.of(
                    LeadIQOperation.TRACKED_CONTACTS,
                    TrackedContactsConnection.class,
                    13,
                    EveryPagedOperationIT::trackContacts,
                    page -> page.edges().stream().map(TrackedContactEdge::node).toList()),
            Case.of(
                    LeadIQOperation.LISTS,
                    ListConnection.class,
                    13,
                    EveryPagedOperationIT::createLists,
                    ListConnection::items),
            Case.of(
                    LeadIQOperation.LIST,
                    LeadIQList.class,
                    13,
                    EveryPagedOperationIT::fillList,
                    page -> page.prospects().items()));

    private Rig rig;

    static Stream<Arguments> cases() {
        return Arrays.stream(Dialect.values()).flatMap(dialect -> CASES.stream()
                .filter(one -> dialect == Dialect.LIVE || !LIVE_ONLY.contains(one.operation()))
                .flatMap(one -> Stream.of(2, 50).map(pageSize -> Arguments.of(dialect, one, pageSize))));
    }

    @ParameterizedTest(name = "{0} {1} pageSize={2}")
    @MethodSource("cases")
    void hasTheSameItemsInAnyMode(Dialect dialect, Case one, int pageSize) {
        rig = new Rig(LeadIQSimulator.builder().dialect(dialect).population(23));
        Object body = one.prepare().apply(rig);
        String uri = "leadiq:" + one.operation().graphqlName() + "?pageSize=";
        List<?> expected =
                one.items().apply(rig.send(uri + 200, body).getMessage().getBody());
        assertThat(expected).hasSize(one.count());

        assertThat(rig.send(uri + pageSize, body).getMessage().getBody())
                .isInstanceOf(one.operation().resultType());
        assertThat(Rig.drain(rig.stream(uri + pageSize + "&paging=stream", body)))
                .isEqualTo(expected);
        assertThat(rig.send(uri + pageSize + "&paging=all", body).getMessage().getBody())
                .isEqualTo(expected);
        assertThat(Rig.drain(rig.stream(uri + pageSize + "&paging=stream&maxItems=3", body)))
                .isEqualTo(expected.subList(0, 3));
        assertThat(rig.send(uri + pageSize + "&paging=all&maxItems=2", body)
                        .getMessage()
                        .getBody())
                .isEqualTo(expected.subList(0, 2));
        assertThat(rig.simulator.validationErrors()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} pageSize={2}")
    @MethodSource("cases")
    void goesOnWhereItBrokeOff(Dialect dialect, Case one, int pageSize) {
        rig = new Rig(LeadIQSimulator.builder().dialect(dialect).population(23));
        Object body = one.prepare().apply(rig);
        String uri = "leadiq:" + one.operation().graphqlName() + "?paging=stream&pageSize=" + pageSize;
        List<Object> expected = Rig.drain(rig.stream(uri, body));

        LeadIQItems items = rig.stream(uri, body);
        Rig.take(items, 2);
        items.close();

        List<Object> rest = Rig.drain((LeadIQItems) rig.template
                .request(uri, in -> {
                    in.getMessage().setBody(body);
                    if (items.position().offset() != null) {
                        in.getMessage()
                                .setHeader(
                                        "CamelLeadIQInput",
                                        Map.of("skip", items.position().offset()));
                    } else {
                        in.getMessage()
                                .setHeader("CamelLeadIQAfter", items.position().cursor());
                        in.getMessage()
                                .setHeader("CamelLeadIQCursor", items.position().cursor());
                    }
                })
                .getMessage()
                .getBody());

        boolean namesWholePages = one.operation() == LeadIQOperation.LIST || one.operation() == LeadIQOperation.LISTS;
        assertThat(rest).isEqualTo(expected.subList(namesWholePages && pageSize > 2 ? 0 : 2, expected.size()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void decodesItemsAsAskedFor(Dialect dialect, Case one, int pageSize) throws Exception {
        rig = new Rig(LeadIQSimulator.builder().dialect(dialect).population(23));
        Object body = one.prepare().apply(rig);
        String uri = "leadiq:" + one.operation().graphqlName() + "?paging=stream&pageSize=" + pageSize + "&resultType=";
        List<Object> maps = Rig.drain(rig.stream(uri + "map", body));
        List<Object> jsons = Rig.drain(rig.stream(uri + "json", body));

        assertThat(maps).hasSize(one.count()).allSatisfy(item -> assertThat(item)
                .isInstanceOf(Map.class));
        ObjectMapper mapper = new ObjectMapper();
        for (int i = 0; i < maps.size(); i++) {
            assertThat(mapper.readTree((byte[]) jsons.get(i)))
                    .isEqualTo(mapper.readTree(mapper.writeValueAsBytes(maps.get(i))));
        }
    }

    private static Object trackCompanies(Rig rig) {
        rig.send(
                "leadiq:addTrackedCompanies",
                Map.of(
                        "companies",
                        IntStream.range(0, 13)
                                .mapToObj(i -> Map.of("name", "Example " + i, "domain", "c" + i + ".example"))
                                .toList()));
        return null;
    }

    private static Object finishTask(Rig rig) {
        trackCompanies(rig);
        String id = rig.template
                .requestBody(
                        "leadiq:startCompanyTrackingTask", Map.of("monthsBack", 3), StartCompanyTrackingResponse.class)
                .task()
                .id();
        await().until(() -> TaskStatus.SUCCESSFUL.equals(rig.template
                .requestBody("leadiq:companyTrackingTask", id, CompanyTrackingTask.class)
                .status()));
        return id;
    }

    private static Object trackContacts(Rig rig) {
        rig.send(
                "leadiq:trackContacts",
                Map.of(
                        "importId",
                        "import-1",
                        "contacts",
                        IntStream.range(0, 13)
                                .mapToObj(i ->
                                        Map.of("companyName", "Example", "firstName", "Ada", "lastName", "Sample" + i))
                                .toList()));
        Map<String, Object> body = Map.of("importId", "import-1");
        await().until(() -> !rig.template
                .requestBody("leadiq:trackedContacts", body, TrackedContactsConnection.class)
                .isProcessing());
        return body;
    }

    private static Object createLists(Rig rig) {
        IntStream.range(0, 13).forEach(i -> rig.send("leadiq:createList", Map.of("name", "Invented people " + i)));
        return null;
    }

    private static Object fillList(Rig rig) {
        String id = rig.template
                .requestBody("leadiq:createList", Map.of("name", "Invented people"), LeadIQList.class)
                .id();
        IntStream.range(0, 13)
                .forEach(i -> rig.send(
                        "leadiq:addProspectToList",
                        Map.of("listId", id, "input", Map.of("firstName", "Ada", "lastName", "Sample" + i))));
        return id;
    }

    @AfterEach
    void stop() {
        rig.close();
    }
}

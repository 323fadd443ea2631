/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.StoredEvent;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import io.github.camelleadiq.simulator.salesforce.stream.ChangeType;
import io.github.camelleadiq.simulator.salesforce.stream.MalformedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {
    private static final String SOURCE = "salesforce:/data/LeadChangeEvent";

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    @TempDir
    Path directory;

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private final List<ChangeEvent> handed = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    /** How many events of the stream each list had. */
    private final List<Integer> lists = new CopyOnWriteArrayList<>();
    /** What happens before events of the stream are stored. */
    private volatile Runnable storing = () -> {};

    private String initialReplayId = "-2";
    private H2State h2;
    private EnrichmentState state;
    private Salesforce salesforce;

    @BeforeEach
    void open() {
        await().until(() -> simulator.streaming().subscriptions() == 0);
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
    }

    @AfterEach
    void close() {
        if (salesforce != null) {
            salesforce.close();
        }
        h2.close();
    }

    @Test
    void everyChangeIsHandedOver() throws Exception {
        start();
        String lead = salesforce.lead("Doe");
        simulator.humanUpdate("Lead", lead, Map.of("Title", "CTO"));
        simulator.delete("Lead", lead);
        await().untilAsserted(() -> assertThat(streamed())
                .extracting(ChangeEvent::kind)
                .containsExactly(ChangeKind.CREATE, ChangeKind.UPDATE, ChangeKind.DELETE));
        assertThat(streamed())
                .allMatch(e -> e.source().equals(SOURCE) && e.recordIds().equals(List.of(lead)));
    }

    @Test
    void theFirstStartLosesNothingThatComesWhileTheSubscriptionIsMade() throws Exception {
        initialReplayId = "-1";
        start();
        String lead = salesforce.lead("Doe");
        await().untilAsserted(() -> assertThat(ids(handed)).contains(lead));
    }

    @Test
    void whatCouldNotBeStoredIsHandedOverAgain() throws Exception {
        start();
        failures.set(3);
        String first = salesforce.lead("Doe");
        String second = salesforce.lead("Roe");
        await().untilAsserted(() -> assertThat(ids(streamed())).containsExactly(first, second));
        assertThat(failures.get()).isNegative();
    }

    /** The first list is held until as many events wait as can wait: so it is no matter who is faster. */
    @Test
    void whatArrivesTogetherIsStoredTogetherInOrder() throws Exception {
        storing = () -> {
            if (lists.size() == 1) {
                await().until(ChangesTest::isReceiverHeldUp);
            }
        };
        List<String> ids = salesforceWithLeads(500);
        await().untilAsserted(() -> assertThat(ids(streamed())).containsExactlyElementsOf(ids));
        assertThat(lists.get(1)).isEqualTo(ChangeEventQueue.MOST);
    }

    @Test
    void noPositionIsNotedBeforeWhatCameBeforeItIsStored() throws Exception {
        failures.set(Integer.MAX_VALUE);
        start();
        String lead = salesforce.lead("Doe");
        simulator.streaming().malformed("Lead", MalformedEvent.UNKNOWN_CHANGE);
        await().until(() -> failures.get() < Integer.MAX_VALUE - 2);
        assertThat(state.checkpoints().position(SOURCE)).isEmpty();
        failures.set(0);
        await().untilAsserted(() -> assertThat(ids(streamed())).containsExactly(lead));
        String stored = streamed().get(0).position();
        settle();
        await().untilAsserted(() -> assertThat(state.checkpoints().position(SOURCE))
                .hasValueSatisfying(
                        position -> assertThat(Long.parseLong(position)).isGreaterThan(Long.parseLong(stored))));
    }

    @Test
    void itGoesOnWhereItWas() throws Exception {
        start();
        salesforce.lead("Before");
        await().until(() -> streamed().size() == 1);
        settle();
        salesforce.close();
        handed.clear();
        String missed = simulator.create("Lead", Map.of("LastName", "Missed", "Company", "Acme"));
        start();
        String next = salesforce.lead("Next");
        await().untilAsserted(() -> assertThat(ids(streamed())).containsExactly(missed, next));
    }

    /** What the stream tells is all that there is to know: what has changed besides is not watched, and would be paid for. */
    @Test
    void aRestartThatGoesOnWhereItWasLooksForNothing() throws Exception {
        start();
        String lead = salesforce.lead("Before");
        await().until(() -> streamed().size() == 1);
        settle();
        salesforce.close();
        handed.clear();
        simulator.humanUpdate("Lead", lead, Map.of("Fax", "+1 555 0100"));
        long before = queries();
        start();
        await().until(() -> streamed().size() == 1);
        // the look that a silence is worth, long after
        await().until(() -> queries() > before);
        String next = salesforce.lead("Next");
        await().until(() -> ids(streamed()).contains(next));

        assertThat(handed).allMatch(event -> event.kind() != ChangeKind.GAP);
    }

    /** Its first event is stored, and waits. */
    @Test
    void aFirstStartThatEndsBeforeAnythingIsSettledGoesOnWhereItWas() throws Exception {
        initialReplayId = "-1";
        start();
        // it has caught up
        await().until(() -> queries() > 0);
        String first = salesforce.lead("First");
        await().until(() -> ids(streamed()).contains(first));
        salesforce.close();
        handed.clear();
        String missed = salesforce.lead("Missed");
        simulator.humanUpdate("Lead", missed, Map.of("Title", "CTO"));

        start();
        await().untilAsserted(() -> assertThat(streamed())
                .extracting(ChangeEvent::kind)
                .containsExactly(ChangeKind.CREATE, ChangeKind.UPDATE));
    }

    private long queries() {
        return simulator.requestCount(RequestKind.QUERY);
    }

    @Test
    void anEventThatWasStoredButNotSettledComesAgainAndIsKnown() throws Exception {
        start();
        String lead = salesforce.lead("Doe");
        await().until(() -> streamed().size() == 1);
        settle();
        String open = salesforce.lead("Open");
        await().until(() -> streamed().size() == 2);
        salesforce.close();
        start();
        await().untilAsserted(() -> assertThat(ids(handed)).containsSubsequence(lead, open, open));
        assertThat(claimed())
                .filteredOn(e -> e.event().kind() != ChangeKind.GAP)
                .hasSize(1);
    }

    @Test
    void anExpiredReplayIdLosesNothing() throws Exception {
        start();
        salesforce.lead("Before");
        await().until(() -> streamed().size() == 1);
        settle();
        salesforce.close();
        handed.clear();
        String missed = laterLead();
        simulator.streaming().expireAll();
        launch();
        await().untilAsserted(() -> assertThat(ids(handed)).contains(missed));
        String later = laterLead();
        await().untilAsserted(() -> assertThat(ids(handed)).contains(later));
        await().until(() -> simulator.streaming().subscriptions() >= 1);
        String next = salesforce.lead("Next");
        await().untilAsserted(() -> assertThat(ids(streamed())).contains(next));
    }

    @Test
    void overflowsAndWildcardsAreLookedUp() throws Exception {
        start();
        List<String> ids = salesforce.leads(210);
        await().until(() -> streamed().size() == 210);
        handed.clear();
        simulator.streaming().overflow("Lead");
        await().untilAsserted(() -> assertThat(ids(handed)).containsAll(ids));
        assertThat(handed)
                .allMatch(e -> e.kind() == ChangeKind.GAP && e.recordIds().size() == 1);
        handed.clear();
        simulator.streaming().wildcard(ChangeType.UPDATE, "Lead");
        await().untilAsserted(() -> assertThat(ids(handed)).containsAll(ids));
        String next = salesforce.lead("Next");
        await().untilAsserted(() -> assertThat(ids(streamed())).contains(next));
    }

    @Test
    void aFailingQueryDoesNotLoseAnOverflow() throws Exception {
        start();
        String lead = salesforce.lead("Doe");
        await().until(() -> streamed().size() == 1);
        handed.clear();
        simulator.faults().next(2, SalesforceFaults.unavailable());
        simulator.streaming().overflow("Lead");
        await().untilAsserted(() -> assertThat(ids(handed)).contains(lead));
    }

    @Test
    void gapsAreHandedOver() throws Exception {
        start();
        String lead = salesforce.lead("Doe");
        simulator.streaming().gap(ChangeType.GAP_UPDATE, "Lead", lead);
        await().untilAsserted(
                        () -> assertThat(handed).anyMatch(e -> e.kind() == ChangeKind.GAP && e.position() != null));
    }

    @Test
    void whatMakesNoSenseDoesNotStopTheStream() throws Exception {
        start();
        for (MalformedEvent event : MalformedEvent.values()) {
            simulator.streaming().malformed("Lead", event);
        }
        String lead = salesforce.lead("Doe");
        await().untilAsserted(() -> assertThat(ids(streamed())).contains(lead));
    }

    @Test
    void duplicatesAreKnown() throws Exception {
        start();
        simulator.streaming().duplicates(1);
        salesforce.lead("Doe");
        await().until(() -> handed.stream().filter(e -> e.position() != null).count() >= 2);
        assertThat(streamed()).hasSize(1);
        assertThat(claimed()).filteredOn(e -> e.event().position() != null).hasSize(1);
    }

    @Test
    void silenceIsNoticed() throws Exception {
        start();
        salesforce.lead("Heard");
        await().until(() -> streamed().size() == 1);
        settle();
        simulator.streaming().deafen();
        String later = laterLead();
        await().untilAsserted(() -> assertThat(ids(handed)).contains(later));
        await().until(() -> simulator.streaming().subscriptions() >= 1);
        String next = salesforce.lead("Next");
        // as an event, not only by catching up
        await().untilAsserted(() -> assertThat(ids(streamed())).contains(next));
    }

    @Test
    void aServerThatHangsUpLosesNothing() throws Exception {
        start();
        salesforce.lead("Heard");
        await().until(() -> streamed().size() == 1);
        settle();
        simulator.streaming().disconnectAll();
        String later = laterLead();
        await().untilAsserted(() -> assertThat(ids(handed)).contains(later));
        String next = salesforce.lead("Next");
        await().untilAsserted(() -> assertThat(ids(streamed())).contains(next));
    }

    @Test
    void aLostSessionLosesNothing() throws Exception {
        start();
        simulator.streaming().loseSessions();
        String lead = salesforce.lead("Doe");
        await().untilAsserted(() -> assertThat(ids(handed)).contains(lead));
    }

    @Test
    void rotatedCredentialsLoseNothing() throws Exception {
        start();
        salesforce.lead("Heard");
        await().until(() -> streamed().size() == 1);
        simulator.rotateCredentials("new-demo-secret");
        simulator.streaming().disconnectAll();
        String lead = laterLead();
        salesforce.component.getLoginConfig().setClientSecret("new-demo-secret");
        await().untilAsserted(() -> assertThat(ids(handed)).contains(lead));
        String next = salesforce.lead("Next");
        await().untilAsserted(() -> assertThat(ids(handed)).contains(next));
    }

    @Test
    void stoppingTheRouteEndsTheSubscription() throws Exception {
        start();
        salesforce.camel.getRouteController().stopRoute("leads");
        await().until(() -> simulator.streaming().subscriptions() == 0);
        salesforce.camel.getRouteController().startRoute("leads");
        await().until(() -> simulator.streaming().subscriptions() >= 1);
        String lead = salesforce.lead("Doe");
        await().untilAsserted(() -> assertThat(ids(handed)).contains(lead));
    }

    @Test
    void aRouteOrAContextThatWasSuspendedSubscribesAgain() throws Exception {
        start();
        salesforce.camel.getRouteController().suspendRoute("leads");
        await().until(() -> simulator.streaming().subscriptions() == 0);
        salesforce.camel.getRouteController().resumeRoute("leads");
        await().until(() -> simulator.streaming().subscriptions() >= 1);
        salesforce.camel.suspend();
        await().until(() -> simulator.streaming().subscriptions() == 0);
        String meanwhile = salesforce.lead("Meanwhile");
        salesforce.camel.resume();
        await().untilAsserted(() -> assertThat(ids(handed)).contains(meanwhile));
        String lead = salesforce.lead("Doe");
        await().untilAsserted(() -> assertThat(ids(handed)).contains(lead));
    }

    /** In another second than all before: that is how fine the org's stamps are. */
    private String laterLead() {
        String[] id = new String[1];
        String first = salesforce.lead("First");
        await().until(() -> {
            id[0] = salesforce.lead("Later");
            return !simulator
                    .record("Lead", id[0])
                    .get("SystemModstamp")
                    .equals(simulator.record("Lead", first).get("SystemModstamp"));
        });
        return id[0];
    }

    /** Whether it waits for a place among those that wait. */
    private static boolean isReceiverHeldUp() {
        return Thread.getAllStackTraces().values().stream()
                .anyMatch(
                        stack -> isIn(stack, ChangeEventQueue.class.getName() + ".add") && isIn(stack, ".awaitNanos"));
    }

    private static boolean isIn(StackTraceElement[] stack, String method) {
        return Stream.of(stack)
                .anyMatch(frame -> (frame.getClassName() + "." + frame.getMethodName()).endsWith(method));
    }

    /** They are there before the subscription is. */
    private List<String> salesforceWithLeads(int count) throws Exception {
        List<String> ids = IntStream.range(0, count)
                .mapToObj(i -> simulator.create("Lead", Map.of("LastName", "Doe" + i, "Company", "Acme")))
                .toList();
        start();
        return ids;
    }

    private void start() throws Exception {
        launch();
        await().until(() -> simulator.streaming().subscriptions() >= 1);
    }

    private void launch() throws Exception {
        salesforce = new Salesforce(simulator);
        salesforce.camel.getRegistry().bind("leadiqState", state);
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:changes").process(exchange -> {
                    List<?> events = exchange.getMessage().getBody(List.class);
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("the database is down");
                    }
                    List<ChangeEvent> all = new ArrayList<>();
                    events.forEach(e -> all.add((ChangeEvent) e));
                    if (all.get(0).position() != null) {
                        lists.add(all.size());
                        storing.run();
                    }
                    state.inbox().offerAll(all);
                    handed.addAll(all);
                });
            }
        });
        salesforce.start();
        salesforce.route(
                SalesforceRoutes.CHANGES,
                "name",
                "leads",
                "object",
                "Lead",
                "changesUri",
                "direct:changes",
                "initialReplayId",
                initialReplayId,
                "check",
                "50",
                "settle",
                "200ms",
                "silence",
                "1s");
    }

    private void settle() {
        List<StoredEvent> events = claimed();
        state.inbox().done("test", events.stream().map(StoredEvent::id).toList());
    }

    private List<StoredEvent> claimed() {
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> some;
        do {
            some = state.inbox().claim("Lead", 200, Duration.ofMinutes(1), "test");
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    /** Without what catching up has found, and without what came twice, as it can at any time. */
    private List<ChangeEvent> streamed() {
        return handed.stream().filter(e -> e.position() != null).distinct().toList();
    }

    private static List<String> ids(List<ChangeEvent> events) {
        return events.stream().flatMap(e -> e.recordIds().stream()).toList();
    }
}

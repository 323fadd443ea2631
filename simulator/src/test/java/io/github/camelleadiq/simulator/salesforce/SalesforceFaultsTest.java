/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SalesforceFaultsTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private SalesforceCaller caller;
    private String lead;

    @BeforeEach
    void oneLead() {
        caller = new SalesforceCaller(simulator);
        lead = simulator.create("Lead", Map.of("LastName", "Doe", "Company", "Acme"));
    }

    @Test
    void requestsFailInSalesforcesWords() {
        simulator
                .faults()
                .next(1, SalesforceFaults.serverError())
                .next(1, SalesforceFaults.unavailable())
                .next(1, SalesforceFaults.apiLimit());
        assertThat(caller.call("GET", "/limits", null).statusCode()).isEqualTo(500);
        assertThat(caller.call("GET", "/limits", null).statusCode()).isEqualTo(503);
        assertThat(caller.get("/limits").at("/0/errorCode").asText()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        assertThat(caller.call("GET", "/limits", null).statusCode()).isEqualTo(200);
    }

    @Test
    void aCutConnectionDoesNotTellWhetherTheWriteTookEffect() {
        simulator.faults().when(r -> r.kind() == RequestKind.WRITE, Fault.reset());
        assertThatThrownBy(() -> update("before")).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.record("Lead", lead)).containsEntry("Title", null);
        simulator.faults().clear();
        simulator.faults().when(r -> r.kind() == RequestKind.WRITE, Fault.resetAfterProcessing());
        assertThatThrownBy(() -> update("after")).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.record("Lead", lead)).containsEntry("Title", "after");
    }

    @Test
    void lockedRowsFailOneByOne() {
        simulator.faults().lockRows(1);
        assertThat(update("x").at("/0/errors/0/statusCode").asText()).isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(update("x").at("/0/success").asBoolean()).isTrue();
        simulator.faults().lockRows(42, 0.5);
        List<Boolean> first = draws();
        simulator.faults().lockRows(42, 0.5);
        assertThat(draws()).isEqualTo(first).contains(true, false);
    }

    @Test
    void answersCanBeLate() {
        simulator.latency(Duration.ofMillis(150));
        long begin = System.nanoTime();
        caller.get("/limits");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void requestsAreCounted() {
        update("x");
        caller.query("SELECT Id FROM Lead");
        assertThat(simulator.requestCount(RequestKind.WRITE)).isEqualTo(1);
        assertThat(simulator.requestCount(RequestKind.QUERY)).isEqualTo(1);
        assertThat(simulator.requests())
                .filteredOn(r -> r.kind() == RequestKind.WRITE)
                .containsExactly(new SalesforceRequest(
                        RequestKind.WRITE, "PATCH", "/services/data/v60.0/composite/sobjects", "me", 1));
        assertThat(simulator.recordsWritten()).isEqualTo(2);
    }

    private List<Boolean> draws() {
        return IntStream.range(0, 20)
                .mapToObj(i -> update("t" + i).at("/0/success").asBoolean())
                .toList();
    }

    private JsonNode update(String title) {
        return caller.update("Lead", List.of(Map.of("id", lead, "Title", title)), "Sforce-Call-Options", "client=me");
    }
}

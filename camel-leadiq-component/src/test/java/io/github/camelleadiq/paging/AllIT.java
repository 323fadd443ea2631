/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All items at once. */
@Timeout(60)
class AllIT {

    private static final String SEARCH = "leadiq:flatAdvancedSearch?paging=all&fields=totalPeople people { id }";

    private Rig rig;

    private void start(int population) {
        rig = new Rig(LeadIQSimulator.builder().population(population));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void collectsAllAndSaysWhatItTook() {
        start(55);

        Message message = rig.send(SEARCH + "&pageSize=10", Rig.EVERYBODY).getMessage();

        assertThat(message.getBody()).asInstanceOf(LIST).hasSize(55).doesNotHaveDuplicates();
        assertThat(message.getHeader(LeadIQConstants.TOTAL)).isEqualTo(55L);
        assertThat(message.getHeader(LeadIQConstants.NEXT_OFFSET)).isEqualTo(55);
        assertThat(message.getHeader(LeadIQConstants.REQUEST_COUNT)).isEqualTo(6);
        assertThat(rig.searches()).isEqualTo(6);
    }

    @Test
    void isAnEmptyListWhenNothingIsFound() {
        start(10);

        assertThat(rig.send(SEARCH, Rig.NOBODY).getMessage().getBody()).isEqualTo(List.of());
        assertThat(rig.send("leadiq:list?paging=all", "no-such-list")
                        .getMessage()
                        .getBody())
                .isEqualTo(List.of());
    }

    @Test
    void failsAsThePageThatFailed() {
        start(50);
        rig.simulator.faults().next(1, request -> request.mentions("skip=20"), Fault.graphql(401));

        assertThat(rig.send(SEARCH + "&pageSize=10", Rig.EVERYBODY).getException())
                .isInstanceOf(LeadIQAuthenticationException.class);
        assertThat(rig.searches()).isEqualTo(3);
    }

    @Test
    void refusesWhatLeadIQDoesNotListAfterOnePage() {
        start(10_050);

        Exchange exchange = rig.send(SEARCH, Rig.EVERYBODY);

        assertThat(exchange.getException())
                .isInstanceOf(LeadIQInvalidRequestException.class)
                .hasMessageContaining("10050")
                .hasMessageContaining("maxItems");
        assertThat(rig.searches()).isEqualTo(1);
        assertThat(rig.send(SEARCH + "&maxItems=250", Rig.EVERYBODY)
                        .getMessage()
                        .getBody())
                .asInstanceOf(LIST)
                .hasSize(250);
    }

    @Test
    void holdsNoThreadWhileItWaits() {
        start(30);
        rig.component.stop();
        rig.component.setWorkerPoolSize(1);
        rig.component.start();
        rig.simulator.latency(Duration.ofMillis(200));

        List<CompletableFuture<Object>> all = Stream.generate(() -> Rig.EVERYBODY)
                .limit(16)
                .map(body -> rig.template.asyncRequestBody(SEARCH + "&pageSize=10", (Object) body))
                .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

        assertThat(all).allSatisfy(one -> assertThat((List<?>) one.join()).hasSize(30));
        assertThat(rig.simulator.peakConcurrency()).isGreaterThan(4);
    }

    @Test
    void bringsAListOfCursorsOverTenThousandOnlyWithABound() {
        start(1);
        List<Map<String, String>> companies = IntStream.range(0, 10_001)
                .mapToObj(i -> Map.of("name", "Example " + i, "domain", "c" + i + ".example"))
                .toList();
        rig.send("leadiq:addTrackedCompanies?fields=companies { success }", Map.of("companies", companies));
        String uri = "leadiq:trackedCompanies?paging=all&pageSize=2500";

        assertThat(rig.send(uri, null).getException()).isInstanceOf(LeadIQInvalidRequestException.class);
        assertThat(rig.send(uri + "&maxItems=20000", null).getMessage().getBody())
                .asInstanceOf(LIST)
                .hasSize(10_001);
    }

    @Test
    void countsTheCreditsOfAllPages() {
        start(25);

        Message message = rig.send("leadiq:flatAdvancedSearch?paging=all&pageSize=10&dataPoints=profile", Rig.EVERYBODY)
                .getMessage();

        assertThat(message.getBody()).asInstanceOf(LIST).hasSize(25);
        assertThat(message.getHeader(LeadIQConstants.CREDITS, BigDecimal.class))
                .isPositive()
                .isEqualByComparingTo(rig.simulator.meter().total(LeadIQSimulator.DEMO_KEY));
    }
}

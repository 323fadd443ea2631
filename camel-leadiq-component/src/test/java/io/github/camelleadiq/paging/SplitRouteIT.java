/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LeadIQPagingMode;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import io.github.camelleadiq.client.PagePosition;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToCreateProducerException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams in the splitter that they are made for. */
@Timeout(60)
class SplitRouteIT {

    private static final String SEARCH =
            "leadiq:flatAdvancedSearch?pageSize=10&fields=totalPeople people { id }&paging=";

    private Rig rig;

    private void start(RouteBuilder routes) throws Exception {
        rig = new Rig(LeadIQSimulator.builder().population(50));
        // one thread, so that waiting on it shows
        rig.component.stop();
        rig.component.setWorkerPoolSize(1);
        rig.component.start();
        rig.context.addRoutes(routes);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void waitsForPagesOnTheOnlyWorkerAndIsAnsweredAllTheSame() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to(SEARCH + "stream")
                        .split(body())
                        .streaming()
                        .setHeader(LeadIQConstants.FIELDS, constant("results { _id }"))
                        .transform(simple("${body.id}"))
                        .process(in -> in.getMessage()
                                .setBody(Map.of("id", in.getMessage().getBody())))
                        .to("leadiq:searchPeople")
                        .to("mock:people");
            }
        });
        MockEndpoint people = rig.context.getEndpoint("mock:people", MockEndpoint.class);
        people.expectedMessageCount(50);

        rig.send("direct:in", Rig.EVERYBODY);

        people.assertIsSatisfied(20_000);
    }

    @Test
    void manyStreamsWaitAtTheSameTime() throws Exception {
        AtomicInteger count = new AtomicInteger();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to(SEARCH + "stream")
                        .split(body())
                        .streaming()
                        .process(in -> count.incrementAndGet());
            }
        });

        CompletedAll.of(
                IntStream.range(0, 20).mapToObj(i -> rig.template.asyncRequestBody("direct:in", Rig.EVERYBODY)));

        assertThat(count).hasValue(20 * 50);
    }

    @Test
    void itemsKnowWhereTheyStandWhenTakenAsMessages() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .setHeader("kept", constant("yes"))
                        .to(SEARCH + "stream&maxItems=15")
                        .split(simple("${body.messages}"))
                        .streaming()
                        .parallelProcessing()
                        .to("mock:people");
            }
        });
        MockEndpoint people = rig.context.getEndpoint("mock:people", MockEndpoint.class);
        people.expectedHeaderReceived("kept", "yes");
        people.expectedHeaderValuesReceivedInAnyOrder(
                LeadIQConstants.NEXT_OFFSET,
                IntStream.rangeClosed(1, 15).boxed().toArray());

        rig.send("direct:in", Rig.EVERYBODY);

        people.assertIsSatisfied(20_000);
    }

    @Test
    void aFailureInTheMiddleFailsTheExchangeAfterTheItemsBeforeIt() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(LeadIQAuthenticationException.class).handled(true).to("mock:failed");
                from("direct:in")
                        .to(SEARCH + "stream")
                        .split(body())
                        .streaming()
                        .to("mock:people");
            }
        });
        rig.simulator.faults().next(1, request -> request.mentions("skip=20"), Fault.graphql(401));
        MockEndpoint people = rig.context.getEndpoint("mock:people", MockEndpoint.class);
        people.expectedMessageCount(20);
        MockEndpoint failed = rig.context.getEndpoint("mock:failed", MockEndpoint.class);
        failed.expectedMessageCount(1);

        Exchange exchange = rig.send("direct:in", Rig.EVERYBODY);

        MockEndpoint.assertIsSatisfied(rig.context);
        assertThat(exchange.getException()).isNull();
        assertThat(failed.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT))
                .extracting("position")
                .isEqualTo(new PagePosition(20, null));
    }

    @Test
    void aSplitterThatStopsDoesNotBuyThePagesThatItThrowsAway() throws Exception {
        AtomicInteger count = new AtomicInteger();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to(SEARCH + "stream")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(in -> {
                            if (count.incrementAndGet() == 3) {
                                throw new IllegalStateException("enough");
                            }
                        });
            }
        });

        assertThat(rig.send("direct:in", Rig.EVERYBODY).getException()).hasRootCauseMessage("enough");
        assertThat(count).hasValue(3);
        assertThat(rig.searches()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leadiq:usage?paging=stream",
                "leadiq:searchCompany?paging=all",
                "leadiq:usage?pageSize=5",
                "leadiq:graphql?query={usage{planUsage{cap}}}&paging=all",
                "leadiq:flatAdvancedSearch?maxItems=5",
                "leadiq:flatAdvancedSearch?paging=all&maxItems=0",
                "leadiq:flatAdvancedSearch?pageSize=0"
            })
    void optionsThatDoNotFitAreRefusedWhenTheRouteStarts(String uri) throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {}
        });

        assertThatThrownBy(() -> rig.send(uri, null))
                .isInstanceOf(FailedToCreateProducerException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "stream", "all"})
    void optionsAreReadInLowerCase(String mode) throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {}
        });

        assertThat(rig.context.getEndpoint("leadiq:lists?paging=" + mode))
                .extracting("paging")
                .isEqualTo(LeadIQPagingMode.valueOf(mode.toUpperCase(Locale.ROOT)));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation through a route over HTTP against a server that speaks one dialect and validates every document. */
class AllOperationsIT {

    private static final Set<LeadIQOperation> DOCUMENTED = Set.of(
            LeadIQOperation.COMPANY_TRACKING_TASK,
            LeadIQOperation.FLAT_ADVANCED_SEARCH,
            LeadIQOperation.GROUPED_ADVANCED_SEARCH,
            LeadIQOperation.REGENERATED_TIME,
            LeadIQOperation.SEARCH_COMPANY,
            LeadIQOperation.SEARCH_PEOPLE,
            LeadIQOperation.TRACKED_COMPANIES,
            LeadIQOperation.USAGE,
            LeadIQOperation.ADD_TRACKED_COMPANIES,
            LeadIQOperation.CANCEL_COMPANY_TRACKING_TASK,
            LeadIQOperation.REGENERATE,
            LeadIQOperation.REMOVE_ALL_TRACKED_COMPANIES,
            LeadIQOperation.REMOVE_TRACKED_COMPANIES,
            LeadIQOperation.START_COMPANY_TRACKING_TASK,
            LeadIQOperation.SUBMIT_PERSON_FEEDBACK);

    private LeadIQSimulator simulator;
    private DefaultCamelContext context;

    static Stream<Arguments> cases() {
        return Arrays.stream(Dialect.values()).flatMap(dialect -> Arrays.stream(LeadIQOperation.values())
                .flatMap(operation -> Stream.of("all", "profile,email", null)
                        .map(points -> Arguments.of(dialect, operation, points))));
    }

    @ParameterizedTest(name = "{0} {1} dataPoints={2}")
    @MethodSource("cases")
    void answersWithTheOperationsRecord(Dialect dialect, LeadIQOperation operation, String dataPoints)
            throws Exception {
        start(dialect, operation, dataPoints);
        boolean offered = dialect == Dialect.LIVE || DOCUMENTED.contains(operation);
        ProducerTemplate template = context.createProducerTemplate();
        Map<String, Object> body = offered ? SampleArguments.of(operation, template) : SampleArguments.of(operation);

        Exchange exchange = template.request("direct:in", in -> in.getMessage().setBody(body));

        assertThat(simulator.validationErrors()).isEmpty();
        if (offered) {
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody()).isInstanceOf(operation.resultType());
            assertThat(exchange.getMessage().getHeader(LeadIQConstants.OPERATION))
                    .isEqualTo(operation.graphqlName());
        } else {
            assertThat(exchange.getException())
                    .isInstanceOf(LeadIQInvalidRequestException.class)
                    .hasMessageContaining("not offered by this server");
        }
    }

    private void start(Dialect dialect, LeadIQOperation operation, String dataPoints) throws Exception {
        simulator = LeadIQSimulator.builder().dialect(dialect).start();
        context = new DefaultCamelContext();
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setUrl(simulator.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setRequestsPerMinute(0);
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("leadiq:" + operation.graphqlName()
                                + (dataPoints == null ? "" : "?dataPoints=" + dataPoints));
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.OperationKind;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.schema.FieldName;
import io.github.camelleadiq.simulator.schema.SimulatedSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that lacks any one nullable field of the live schema: all operations but those about it go on. */
@Tag("any-platform")
class RemovedFieldIT {

    private static final SimulatedSchema LIVE = SimulatedSchema.of(Dialect.LIVE);

    private static LeadIQSimulator simulator;
    private static DefaultCamelContext context;
    private static LeadIQComponent component;
    private static ProducerTemplate template;
    private static final Map<LeadIQOperation, Map<String, Object>> BODIES = new HashMap<>();

    @BeforeAll
    static void start() {
        simulator = LeadIQSimulator.builder().dialect(Dialect.LIVE).start();
        context = new DefaultCamelContext();
        component = new LeadIQComponent();
        component.getConfiguration().setUrl(simulator.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setRequestsPerMinute(0);
        component.getConfiguration().setDataPoints("all");
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.start();
        template = context.createProducerTemplate();
        for (LeadIQOperation operation : LeadIQOperation.values()) {
            BODIES.put(operation, SampleArguments.of(operation, template));
        }
    }

    static Stream<FieldName> nullableFields() {
        return LIVE.nullableFields().stream();
    }

    @ParameterizedTest
    @MethodSource("nullableFields")
    void allOtherOperationsWork(FieldName removed) {
        simulator.schema(LIVE.withoutField(removed.type(), removed.field()));
        // a component that starts anew asks the server for its schema anew
        component.stop();
        component.start();

        for (LeadIQOperation operation : LeadIQOperation.values()) {
            Exchange exchange = template.request(
                    "leadiq:" + operation.graphqlName(), in -> in.getMessage().setBody(BODIES.get(operation)));

            if (exchange.getException() != null) {
                assertThat(exchange.getException())
                        .as("%s without %s", operation, removed)
                        .isInstanceOfSatisfying(LeadIQInvalidRequestException.class, refused -> assertThat(
                                        refused.getPath().endsWith(removed.field()) || !offered(operation))
                                .as("%s without %s: %s", operation, removed, refused.getMessage())
                                .isTrue());
            }
        }
        assertThat(simulator.validationErrors()).isEmpty();
    }

    private static boolean offered(LeadIQOperation operation) {
        return (operation.kind() == OperationKind.QUERY
                                ? simulator.schema().executable().getQueryType()
                                : simulator.schema().executable().getMutationType())
                        .getFieldDefinition(operation.graphqlName())
                != null;
    }

    @AfterAll
    static void stop() {
        context.stop();
        simulator.close();
    }
}

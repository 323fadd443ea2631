/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.internal.document.OperationDocument;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our packaged documents in a route on plain camel-graphql against the live schema. */
class PlainGraphQLRouteIT {

    /** Renamed in the live schema: their documents ask for the old name as well, so they need the leadiq component. */
    private static final Set<LeadIQOperation> NEED_FITTING =
            EnumSet.of(LeadIQOperation.ADD_TRACKED_COMPANIES, LeadIQOperation.REMOVE_TRACKED_COMPANIES);

    private LeadIQSimulator simulator;
    private DefaultCamelContext context;
    private ProducerTemplate template;

    @BeforeEach
    void start() {
        simulator = LeadIQSimulator.builder().dialect(Dialect.LIVE).start();
        context = new DefaultCamelContext();
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    static Stream<LeadIQOperation> operations() {
        return Arrays.stream(LeadIQOperation.values()).filter(operation -> !NEED_FITTING.contains(operation));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theServerAcceptsTheDocumentAsItIs(LeadIQOperation operation) {
        String answer = call(operation, variables(operation));

        assertThat(simulator.validationErrors()).isEmpty();
        assertThat(answer).contains("\"" + operation.graphqlName() + "\"");
    }

    @Test
    void theGuardsOfTheDataPointsAreVariables() {
        JsonObject variables = variables(LeadIQOperation.SEARCH_PEOPLE);
        variables.put(DataPoint.EMAIL.variable(), false);

        String answer = call(LeadIQOperation.SEARCH_PEOPLE, variables);

        assertThat(answer).contains("fullName").doesNotContain("ada.sample@");
        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo("0.1");
    }

    private String call(LeadIQOperation operation, JsonObject variables) {
        String name = operation.graphqlName();
        return template.requestBodyAndHeaders(
                "graphql:" + simulator.url()
                        + "?queryFile=io/github/camelleadiq/graphql/operations/" + name + ".graphql"
                        + "&operationName=" + Character.toUpperCase(name.charAt(0)) + name.substring(1)
                        + "&variablesHeader=variables",
                null,
                Map.of(
                        "variables",
                        variables,
                        "Authorization",
                        LeadIQSimulator.authorization(LeadIQSimulator.DEMO_KEY)),
                String.class);
    }

    private static JsonObject variables(LeadIQOperation operation) {
        Map<String, Object> body = SampleArguments.of(operation);
        boolean isInput = OperationDocument.of(operation).argument("input").isPresent() && !body.containsKey("input");
        return new JsonObject(isInput ? Map.of("input", body) : body);
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.SchemaCheck;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A Camel context whose leadiq: endpoints talk to a server that writes down what it is sent. */
abstract class RecordedTest {

    RecordingServer server;
    CamelContext context;
    ProducerTemplate template;

    @BeforeEach
    void start() {
        server = new RecordingServer();
        context = new DefaultCamelContext();
        LeadIQComponent component = context.getComponent("leadiq", LeadIQComponent.class);
        component.getConfiguration().setUrl(server.url());
        component.getConfiguration().setApiKey("test-key");
        component.getConfiguration().setRequestsPerMinute(0);
        component.getConfiguration().setSchemaCheck(SchemaCheck.LIVE);
        component.getConfiguration().setRequestsPerMinute(0);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
        server.close();
    }

    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** The variables of the one request that this leads to. */
    JsonNode sent(String uri, Object body, Map<String, Object> headers) {
        server.requests().clear();
        Exchange exchange = send(uri, body, headers);
        assertThat(exchange.getException()).isNull();
        return server.onlyRequest().get("variables");
    }

    JsonNode sent(String uri, Object body) {
        return sent(uri, body, Map.of());
    }

    JsonNode sentInput(String uri, Object body) {
        return sent(uri, body).get("input");
    }

    LeadIQInvalidRequestException refused(String uri, Object body, Map<String, Object> headers) {
        server.requests().clear();
        Exception failure = send(uri, body, headers).getException();
        assertThat(failure).isInstanceOf(LeadIQInvalidRequestException.class);
        assertThat(server.requests()).as("requests").isEmpty();
        return (LeadIQInvalidRequestException) failure;
    }

    LeadIQInvalidRequestException refused(String uri, Object body) {
        return refused(uri, body, Map.of());
    }
}

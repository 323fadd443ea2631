/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template behind a real server. */
class WebhookRouteTest {
    private static final String SECRET = "a-secret-of-a-test";
    private static final String PUBLIC = "https://hooks.example.com/hubspot?from=app";

    @TempDir
    Path directory;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<ChangeEvent> stored = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private VertxPlatformHttpServer server;
    private H2State h2;

    @BeforeEach
    void start() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        camel.getRegistry().bind("leadiqState", EnrichmentState.open(h2.dataSource()));
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
        camel.addService(server);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:changes").process(exchange -> {
                    List<?> events = exchange.getMessage().getBody(List.class);
                    events.forEach(event -> stored.add((ChangeEvent) event));
                });
            }
        });
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "classpath:camel/leadiq-hubspot.yaml"));
        TemplatedRouteBuilder.builder(camel, "leadiq-hubspot-webhook")
                .parameter("publicUri", PUBLIC)
                .parameter("clientSecret", SECRET)
                .parameter("portalId", "4711")
                .parameter("changesUri", "direct:changes")
                .add();
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        h2.close();
    }

    private HttpRequest.Builder delivery(String query, String body) {
        long now = System.currentTimeMillis();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getServer().actualPort() + "/hubspot/webhook" + query))
                .header("Content-Type", "application/json")
                .header(HubSpotWebhook.TIMESTAMP, String.valueOf(now))
                .header(HubSpotWebhook.SIGNATURE_V3, new WebhookSignatureSamples(SECRET).v3("POST", PUBLIC, bytes, now))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String event(String name) {
        return "[{\"portalId\": 4711, \"occurredAt\": 1780315200000, \"subscriptionType\": \"contact.propertyChange\","
                + " \"objectId\": 5, \"propertyName\": \"firstname\", \"propertyValue\": \"" + name + "\"}]";
    }

    @Test
    void whatIsSignedIsStored() throws Exception {
        HttpResponse<String> answer = send(delivery("?from=app", event("Zoë Ünal")));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase().startsWith("x-hubspot"));
        assertThat(stored).singleElement().satisfies(event -> assertThat(event.changedFields())
                .containsExactly("firstname"));
    }

    @Test
    void whatIsNotIsRefused() throws Exception {
        HttpRequest.Builder twice = delivery("", event("Ada"));
        twice.header(HubSpotWebhook.TIMESTAMP, "1");

        assertThat(send(twice).statusCode()).isEqualTo(401);
        // a query parameter is merged into the headers
        assertThat(send(delivery("?X-HubSpot-Request-Timestamp=1", event("Ada")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + server.getServer().actualPort() + "/hubspot/webhook"))
                                .POST(HttpRequest.BodyPublishers.ofString(event("Ada"))))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(delivery("", "x".repeat(1 << 21))).statusCode()).isEqualTo(413);
        assertThat(send(delivery("", "")).statusCode()).isEqualTo(400);
        assertThat(stored).isEmpty();
    }
}

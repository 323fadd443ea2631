/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.peer;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.io.InputStream;
import java.net.URI;
import java.util.function.BiConsumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.json.JsonObject;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHeaders;

/** A Camel route of three steps: make the request, send it, make a record of the answer. */
final class RouteSession implements Session {

    private static final String START = "direct:lookup";
    private static final String VARIABLES = "variables";
    private static final String AUTHORIZATION = LeadIQSimulator.authorization(LeadIQSimulator.DEMO_KEY);

    private final CamelContext context;
    private final AsyncProducer producer;
    private final Endpoint start;
    private final AutoCloseable client;

    /** @param client closed at the end */
    private RouteSession(CamelContext context, AutoCloseable client, Processor before, String uri, Processor after)
            throws Exception {
        this.context = context;
        this.client = client;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(START).process(before).to(uri).process(after);
            }
        });
        context.start();
        start = context.getEndpoint(START);
        producer = start.createAsyncProducer();
        producer.start();
    }

    static Session leadiq(URI url, int connections) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        LeadIQComponent leadiq = new LeadIQComponent();
        leadiq.getConfiguration().setUrl(url.toString());
        leadiq.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        leadiq.getConfiguration().setMaxConnections(connections);
        leadiq.getConfiguration().setRequestsPerMinute(0);
        context.addComponent("leadiq", leadiq);
        return new RouteSession(
                context,
                context,
                exchange -> {
                    Message message = exchange.getMessage();
                    message.setBody(SearchPeople.input(message.getBody(String.class)));
                },
                "leadiq:searchPeople",
                exchange -> {});
    }

    static Session graphql(URI url) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        return graphql(context, context, url, "");
    }

    static Session graphqlTuned(URI url) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(Peer.CONNECTIONS)
                        .setMaxConnPerRoute(Peer.CONNECTIONS)
                        .build())
                .build();
        context.getRegistry().bind("pool", client);
        return graphql(context, client, url, "&httpClient=#pool");
    }

    private static Session graphql(CamelContext context, AutoCloseable client, URI url, String option)
            throws Exception {
        return new RouteSession(
                context,
                client,
                exchange -> {
                    Message message = exchange.getMessage();
                    JsonObject input = new JsonObject();
                    input.put("email", message.getBody(String.class));
                    JsonObject variables = new JsonObject();
                    variables.put("input", input);
                    message.setHeader(VARIABLES, variables);
                    message.setHeader(HttpHeaders.AUTHORIZATION, AUTHORIZATION);
                    message.setBody(null);
                },
                "graphql:" + url + "?queryFile=" + PeerDocuments.PATH + "&operationName=" + PeerDocuments.OPERATION
                        + "&variablesHeader=" + VARIABLES + option,
                exchange -> {
                    Message message = exchange.getMessage();
                    message.setBody(SearchPeople.result(message.getBody(String.class)));
                });
    }

    static Session httpTuned(URI url) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        HttpComponent http = new HttpComponent();
        http.setMaxTotalConnections(Peer.CONNECTIONS);
        http.setConnectionsPerRoute(Peer.CONNECTIONS);
        context.addComponent("http", http);
        return new RouteSession(
                context,
                context,
                exchange -> {
                    Message message = exchange.getMessage();
                    message.setBody(SearchPeople.request(message.getBody(String.class)));
                    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
                    message.setHeader(HttpHeaders.AUTHORIZATION, AUTHORIZATION);
                },
                url + "?disableStreamCache=true",
                exchange -> {
                    Message message = exchange.getMessage();
                    try (InputStream answer = message.getBody(InputStream.class)) {
                        message.setBody(SearchPeople.result(answer));
                    }
                });
    }

    @Override
    public void lookup(String email, BiConsumer<SearchResult, Throwable> done) {
        Exchange exchange = start.createExchange(ExchangePattern.InOut);
        exchange.getMessage().setBody(email);
        producer.process(exchange, sync -> {
            if (exchange.getException() != null) {
                done.accept(null, exchange.getException());
            } else {
                done.accept(exchange.getMessage().getBody(SearchResult.class), null);
            }
        });
    }

    @Override
    public void close() throws Exception {
        producer.stop();
        context.close();
        client.close();
    }
}

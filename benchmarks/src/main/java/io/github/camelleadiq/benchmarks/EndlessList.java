/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that has one list of prospects, as long as one likes, and makes each page of it up when it is asked for. */
final class EndlessList implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int SERVER_THREADS = 2;

    static {
        // else each page waits some 40 ms for the client to say that the head of the answer has come
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(SERVER_THREADS);
    private final int length;

    /** @param length prospects in the list */
    EndlessList(int length) throws IOException {
        this.length = length;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/graphql", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/graphql");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode variables = MAPPER.readTree(exchange.getRequestBody()).path("variables");
            int start = variables.path("cursor").asInt(0);
            byte[] page =
                    page(start, Math.min(length, start + variables.path("limit").asInt()));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private byte[] page(int start, int end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeObjectFieldStart("list");
            json.writeStringField("id", "people");
            json.writeStringField("name", "Everybody");
            json.writeObjectFieldStart("prospects");
            json.writeArrayFieldStart("items");
            for (int i = start; i < end; i++) {
                prospect(json, i);
            }
            json.writeEndArray();
            json.writeStringField("nextCursor", end < length ? String.valueOf(end) : null);
        }
        return bytes.toByteArray();
    }

    private static void prospect(JsonGenerator json, int number) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "prospect-" + number);
        json.writeStringField("personId", "person-" + number);
        json.writeStringField("linkedinUrl", "https://www.linkedin.com/in/ada-sample-" + number);
        json.writeStringField("firstName", "Ada");
        json.writeStringField("lastName", "Sample" + number);
        json.writeStringField("name", "Ada Sample" + number);
        json.writeStringField("title", "Head of Invented Things");
        json.writeStringField("workEmail", "ada.sample" + number + "@example.com");
        json.writeStringField("emailStatus", "Verified");
        json.writeObjectFieldStart("location");
        json.writeStringField("city", "Springfield");
        json.writeStringField("country", "United States");
        json.writeEndObject();
        json.writeObjectFieldStart("company");
        json.writeStringField("id", "company-" + number / 100);
        json.writeStringField("name", "Example " + number / 100);
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}

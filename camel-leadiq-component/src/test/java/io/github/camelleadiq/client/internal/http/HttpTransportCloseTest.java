/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.github.camelleadiq.client.HttpTransportConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HttpTransportCloseTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.apache.hc");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        log.start();
        logger.setLevel(Level.ERROR);
        logger.addAppender(log);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        timer.shutdownNow();
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    /** Each time has only a chance to fail, some one in ten. */
    @Test
    void closesWithOpenConnectionsWithoutAnErrorInTheLog() {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        HttpTransportConfig config = new HttpTransportConfig(
                16, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 1024, "test", null, null);

        for (int round = 0; round < 60; round++) {
            try (HttpTransport transport = new HttpTransport(config, timer)) {
                List<CompletableFuture<TransportResponse>> replies = IntStream.range(0, 16)
                        .mapToObj(i -> transport.send(
                                new TransportRequest(uri, null, Map.of(), "{}".getBytes(StandardCharsets.UTF_8))))
                        .toList();
                replies.forEach(CompletableFuture::join);
            }
        }

        assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.ERROR));
    }
}

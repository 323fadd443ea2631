/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A port on 127.0.0.1, with a thread that sends late answers. */
public final class LoopbackServer implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final ScheduledExecutorService scheduler;

    /**
     * Starts to listen.
     *
     * @param name        what its threads are called
     * @param port        0 for any free one
     * @param most        threads that serve
     * @param headerBytes what request line and headers may have together: 414 or 431 for more
     * @param handler     answers; is given the thread for what is late
     */
    public LoopbackServer(
            String name, int port, int most, int headerBytes, Function<ScheduledExecutorService, Handler> handler) {
        scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name + "-delay");
            thread.setDaemon(true);
            return thread;
        });
        QueuedThreadPool threads = new QueuedThreadPool(most, 4);
        threads.setName(name);
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(headerBytes);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        // hanging answers must outlast any client's patience
        connector.setIdleTimeout(Duration.ofMinutes(30).toMillis());
        connector.setAcceptQueueSize(1_024);
        server.addConnector(connector);
        server.setHandler(handler.apply(scheduler));
        server.setStopTimeout(0);
        try {
            server.start();
        } catch (Exception e) {
            scheduler.shutdownNow();
            throw new IllegalStateException("Cannot listen on 127.0.0.1:" + port, e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The simulator does not stop", e);
        }
    }
}

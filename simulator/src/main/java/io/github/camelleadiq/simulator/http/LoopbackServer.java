/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.salesforce.rest.RawRequest;
import io.github.camelleadiq.simulator.salesforce.rest.RestFront;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.server.http.jakarta.CometDServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one port: REST below {@code /services}, CometD below {@code /cometd}. */
final class SalesforceServer implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "salesforce-simulator-delay");
        thread.setDaemon(true);
        return thread;
    });

    SalesforceServer(int port, Function<RawRequest, RestFront.Reply> desk, BayeuxServer bayeux) {
        QueuedThreadPool threads = new QueuedThreadPool(24, 4);
        threads.setName("salesforce-simulator");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // 414 for a longer URI, 431 if it is too long with its headers only: Salesforce Help, article 000386264
        http.setRequestHeaderSize(16 * 1024);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(Duration.ofMinutes(30).toMillis());
        connector.setAcceptQueueSize(1_024);
        server.addConnector(connector);
        ServletContextHandler servlets = new ServletContextHandler("/");
        servlets.setAttribute(BayeuxServer.ATTRIBUTE, bayeux);
        ServletHolder cometd = new ServletHolder(CometDServlet.class);
        cometd.setAsyncSupported(true);
        cometd.setInitOrder(1);
        servlets.addServlet(cometd, "/cometd/*");
        server.setHandler(new Handler.Sequence(new RestFront(desk, scheduler), servlets));
        server.setStopTimeout(0);
        try {
            server.start();
        } catch (Exception e) {
            scheduler.shutdownNow();
            throw new IllegalStateException("Cannot listen on 127.0.0.1:" + port, e);
        }
    }

    int port() {
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

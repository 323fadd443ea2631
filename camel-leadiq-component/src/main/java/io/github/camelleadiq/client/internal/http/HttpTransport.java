/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import io.github.camelleadiq.client.HttpTransportConfig;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache HttpClient 5, asynchronous: two threads for any number of requests, HTTP/2 when the server offers it over TLS.
 *
 * <p>What HttpClient would do by itself and would surprise a payer is off: retries, redirects, cookies, cached
 * credentials. Its wire log is off as well, whatever the log level, because it has the key in it.
 */
public final class HttpTransport implements Transport {

    private static final ContentType JSON = ContentType.APPLICATION_JSON;
    /** A pooled connection that was idle for longer is tested before it is used: a stale one costs a request. */
    private static final TimeValue VALIDATE_AFTER_INACTIVITY = TimeValue.ofSeconds(2);

    /** In the context of a request: what ends its transmission. */
    private static final String TRANSMISSION = HttpTransport.class.getName() + ".transmission";

    private static final int IO_THREADS = 2;
    private static final TimeValue PATIENCE_AT_THE_END = TimeValue.ofSeconds(1);

    private final HttpTransportConfig config;
    private final CloseableHttpAsyncClient client;

    /** @param scheduler watches over the wait for a free connection */
    public HttpTransport(HttpTransportConfig config, ScheduledExecutorService scheduler) {
        this.config = config;
        this.client = build(config, scheduler);
        client.start();
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        HttpRequest message = new BasicHttpRequest("POST", request.uri());
        request.headers().forEach(message::setHeader);
        message.setHeader(HttpHeaders.ACCEPT, "application/graphql-response+json, application/json;q=0.9");
        message.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (request.authorization() != null) {
            message.setHeader(new SecretHeader(HttpHeaders.AUTHORIZATION, request.authorization()));
        }
        AtomicBoolean sent = new AtomicBoolean();
        ComplexCancellable transmission = new ComplexCancellable();
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(TRANSMISSION, transmission);
        CompletableFuture<TransportResponse> reply = new CompletableFuture<>();
        Future<BoundedResponseConsumer.Encoded> exchange = client.execute(
                new BasicRequestProducer(message, new BasicAsyncEntityProducer(request.body(), JSON)) {
                    @Override
                    public void produce(DataStreamChannel channel) throws IOException {
                        // without its body no server acts on a request
                        sent.set(true);
                        super.produce(channel);
                    }
                },
                new BoundedResponseConsumer(config.maxResponseSize()),
                null,
                context,
                new FutureCallback<>() {
                    @Override
                    public void completed(BoundedResponseConsumer.Encoded result) {
                        if (isOfProxy(request, sent.get())) {
                            failed(new IOException("the proxy refuses the tunnel with HTTP " + result.status()));
                            return;
                        }
                        try {
                            reply.complete(result.decode());
                        } catch (UnreadableResponseException e) {
                            failed(e);
                        }
                    }

                    @Override
                    public void failed(Exception cause) {
                        boolean mayBeProcessed = sent.get() && !isUnprocessed(cause);
                        reply.completeExceptionally(
                                new TransportException(describe(cause, mayBeProcessed), mayBeProcessed, cause));
                    }

                    @Override
                    public void cancelled() {
                        reply.completeExceptionally(new TransportException("given up", sent.get(), null));
                    }
                });
        reply.whenComplete((result, failure) -> {
            if (reply.isCancelled()) {
                exchange.cancel(true);
                transmission.cancel();
            }
        });
        return reply;
    }

    @Override
    public void close() {
        // lets the threads of HttpClient end by themselves: to close what they work on makes them fail with a stack
        // trace
        client.initiateShutdown();
        try {
            client.awaitShutdown(PATIENCE_AT_THE_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close(CloseMode.IMMEDIATE);
    }

    /** HttpClient hands over a proxy's answer to CONNECT as if it were the server's. */
    private boolean isOfProxy(TransportRequest request, boolean sent) {
        return !sent && config.proxy() != null && "https".equals(request.uri().getScheme());
    }

    /**
     * Whether the server says that it has not begun: it refused the stream (RFC 9113, 8.7). Of streams that a GOAWAY leaves
     * out HttpCore 5.3 and 5.4 only tell that the connection was closed, so these count as perhaps processed.
     */
    private static boolean isUnprocessed(Exception cause) {
        return cause instanceof RequestNotExecutedException
                || cause instanceof H2StreamResetException reset && reset.getCode() == H2Error.REFUSED_STREAM.getCode();
    }

    /**
     * Notes by itself how a transmission is ended. HttpClient notes it with the request, where another thread can note the
     * end of the lease after it, which is over by then: on a busy machine one request in five that were given up kept its
     * connection until it was answered (HttpClient 5.5.2).
     */
    private static void transmit(
            HttpRequest request,
            AsyncEntityProducer entity,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        CancellableDependency transmission = (CancellableDependency) scope.clientContext.getAttribute(TRANSMISSION);
        chain.proceed(
                request,
                entity,
                new AsyncExecChain.Scope(
                        scope.exchangeId,
                        scope.route,
                        scope.originalRequest,
                        transmission,
                        scope.clientContext,
                        scope.execRuntime),
                callback);
    }

    private static String describe(Exception cause, boolean sent) {
        return (sent ? "no complete answer: " : "could not send the request: ")
                + cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
    }

    private static CloseableHttpAsyncClient build(HttpTransportConfig config, ScheduledExecutorService scheduler) {
        HttpAsyncClientBuilder builder = HttpAsyncClients.custom()
                .setConnectionManager(new TimedLeases(pool(config), scheduler))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(config.leaseTimeout()))
                        .setResponseTimeout(Timeout.of(config.responseTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        // from 5.6 on HttpClient would unzip by itself, beyond the bound on the size, and leave
                        // Content-Encoding as it was: the answer, paid for by then, would be unzipped twice
                        .setContentCompressionEnabled(false)
                        .build())
                .setIOReactorConfig(
                        IOReactorConfig.custom().setIoThreadCount(IO_THREADS).build())
                .setThreadFactory(new DefaultThreadFactory("leadiq-http", true))
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), "leadiq-cancellation", HttpTransport::transmit)
                .setIoSessionDecorator(session -> session)
                .setUserAgent(config.userAgent())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching();
        if (config.proxy() != null) {
            route(builder, config.proxy());
        }
        return builder.build();
    }

    private static AsyncClientConnectionManager pool(HttpTransportConfig config) {
        PoolingAsyncClientConnectionManagerBuilder builder = PoolingAsyncClientConnectionManagerBuilder.create();
        shareConnections(builder);
        return builder.setTlsStrategy(tls(config))
                .setMaxConnTotal(config.maxConnections())
                .setMaxConnPerRoute(config.maxConnections())
                .setTlsConfigResolver(host -> TlsConfig.custom()
                        .setVersionPolicy(HttpVersions.forNewConnection())
                        .setHandshakeTimeout(Timeout.of(config.connectTimeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                        .setSocketTimeout(Timeout.of(config.responseTimeout()))
                        .setValidateAfterInactivity(VALIDATE_AFTER_INACTIVITY)
                        .build())
                .build();
    }

    /** Lets requests share a connection of HTTP/2. */
    private static void shareConnections(PoolingAsyncClientConnectionManagerBuilder builder) {
        try {
            builder.setMessageMultiplexing(true);
        } catch (NoSuchMethodError e) {
            // HttpClient 5.4, which Camel 4.14 comes with, knows no such thing: there each request takes a connection
        }
    }

    private static void route(HttpAsyncClientBuilder builder, HttpTransportConfig.ProxyConfig proxy) {
        builder.setProxy(new HttpHost(proxy.host(), proxy.port()));
        if (proxy.user() != null) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            char[] password =
                    proxy.password() == null ? new char[0] : proxy.password().toCharArray();
            credentials.setCredentials(
                    new AuthScope(proxy.host(), proxy.port()), new UsernamePasswordCredentials(proxy.user(), password));
            builder.setDefaultCredentialsProvider(credentials);
        }
    }

    // buildAsync() says it better, but HttpClient has it from 5.5 on only, and Camel 4.14 comes with 5.4
    @SuppressWarnings("deprecation")
    private static TlsStrategy tls(HttpTransportConfig config) {
        ClientTlsStrategyBuilder builder = ClientTlsStrategyBuilder.create().useSystemProperties();
        if (config.sslContext() != null) {
            builder.setSslContext(config.sslContext());
        }
        return builder.build();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.CrmFailure;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription to one channel: a route, and a component of its own. The client of a component cannot be revived
 * when it is disconnected, and goes on from the last event that came rather than the last one that was stored; so each
 * attempt gets a new one. Login and its credentials are shared with the user's component.
 */
final class Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final CamelContext context;
    private final String name = "leadiq-salesforce-subscription-" + NUMBER.incrementAndGet();
    private final Function<Exchange, ReceivedEvent> reader;
    private final ChangeEventQueue handOver;
    private volatile boolean broken;
    private volatile boolean heard;

    /**
     * @param reader understands what comes
     * @param taker stores it; see {@link ChangeEventQueue}
     */
    Subscription(CamelContext context, Function<Exchange, ReceivedEvent> reader, Consumer<List<ReceivedEvent>> taker) {
        this.context = context;
        this.reader = reader;
        this.handOver = new ChangeEventQueue(context, name, taker);
    }

    /**
     * Subscribes. Events that cannot be handed over are tried again and again, and hold up those behind them; one that
     * is given up at last, because everything is being stopped, breaks the subscription: later ones would move the
     * checkpoint past it.
     *
     * @param componentName the component to log in like
     * @param replayId where to go on
     */
    void open(String componentName, String channel, String replayId) throws Exception {
        context.addComponent(name, like(context.getComponent(componentName, SalesforceComponent.class)));
        String uri = name + ":subscribe:" + channel + "?rawPayload=true&replayId=" + replayId + "&fallBackReplayId=-2";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // it would refuse what comes while everything is being stopped, with a stack trace for each event
                errorHandler(noErrorHandler());
                from(uri).routeId(name).process(Subscription.this::receive);
            }
        });
    }

    /** Whether an event was given up. */
    boolean isBroken() {
        return broken || handOver.isOver();
    }

    /** Whether anything has ever come. */
    boolean hasHeard() {
        return heard;
    }

    /** Whether an event is being handed over or waits for that. */
    boolean isBusy() {
        return handOver.isBusy();
    }

    /** Ends the subscription. Does not fail. */
    void close() {
        broken = true;
        handOver.close();
        quietly(() -> context.getRouteController().stopRoute(name));
        quietly(() -> context.removeRoute(name));
        quietly(() -> context.removeEndpoints(name + ":*"));
        quietly(() -> {
            SalesforceComponent component = (SalesforceComponent) context.removeComponent(name);
            if (component != null) {
                component.stop();
            }
        });
    }

    private void receive(Exchange exchange) {
        if (isBroken()) {
            return;
        }
        heard = true;
        try {
            if (!handOver.add(reader.apply(exchange))) {
                broken = true;
            }
        } catch (RuntimeException e) {
            broken = true;
            LOG.error("{}: an event could not be read: {}", name, CrmFailure.describe(e));
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            LOG.debug("While a subscription ended: {}", e.getClass().getSimpleName());
        }
    }

    private static SalesforceComponent like(SalesforceComponent user) {
        SalesforceEndpointConfig config = user.getConfig() == null
                ? new SalesforceEndpointConfig()
                : user.getConfig().copy();
        // its HTTP client would be stopped with this component
        config.setHttpClient(null);
        SalesforceComponent own = new SalesforceComponent();
        own.setConfig(config);
        own.setLoginConfig(new EagerLogin(user.getLoginConfig()));
        own.setSslContextParameters(user.getSslContextParameters());
        own.setUseGlobalSslContextParameters(user.isUseGlobalSslContextParameters());
        own.setHttpClientIdleTimeout(user.getHttpClientIdleTimeout());
        own.setHttpClientConnectionTimeout(user.getHttpClientConnectionTimeout());
        own.setHttpRequestTimeout(user.getHttpRequestTimeout());
        own.setHttpMaxContentLength(user.getHttpMaxContentLength());
        own.setHttpRequestBufferSize(user.getHttpRequestBufferSize());
        own.setHttpClientProperties(
                user.getHttpClientProperties() == null ? null : new HashMap<>(user.getHttpClientProperties()));
        own.setLongPollingTransportProperties(user.getLongPollingTransportProperties());
        own.setHttpProxyHost(user.getHttpProxyHost());
        own.setHttpProxyPort(user.getHttpProxyPort());
        own.setHttpProxySocks4(user.isHttpProxySocks4());
        own.setHttpProxySecure(user.isHttpProxySecure());
        own.setHttpProxyIncludedAddresses(user.getHttpProxyIncludedAddresses());
        own.setHttpProxyExcludedAddresses(user.getHttpProxyExcludedAddresses());
        own.setHttpProxyUsername(user.getHttpProxyUsername());
        own.setHttpProxyPassword(user.getHttpProxyPassword());
        own.setHttpProxyAuthUri(user.getHttpProxyAuthUri());
        own.setHttpProxyRealm(user.getHttpProxyRealm());
        own.setHttpProxyUseDigestAuth(user.isHttpProxyUseDigestAuth());
        return own;
    }
}

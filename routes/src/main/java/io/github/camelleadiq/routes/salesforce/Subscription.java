/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.CrmFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.service.ServiceHelper;
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
    /** Those that a component must not share with another one, or not as they are. */
    private static final Set<String> OWN_OPTIONS = Set.of("config", "loginConfig", "lazyLogin", "httpClient");

    private final CamelContext context;
    private final String name = "leadiq-salesforce-subscription-" + NUMBER.incrementAndGet();
    private final Function<Exchange, ReceivedEvent> reader;
    private final ChangeEventQueue handOver;
    private org.apache.camel.Consumer consumer;
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
        // no route: it could not be ended from within the stop of another one
        consumer = context.getEndpoint(uri).createConsumer(this::receive);
        ServiceHelper.startService(consumer);
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
        quietly(() -> ServiceHelper.stopAndShutdownServices(consumer));
        quietly(() -> context.removeEndpoints(name + ":*"));
        quietly(() -> {
            SalesforceComponent component = (SalesforceComponent) context.removeComponent(name);
            if (component != null) {
                component.stop();
            }
        });
    }

    void receive(Exchange exchange) {
        if (isBroken()) {
            return;
        }
        heard = true;
        boolean taken = false;
        try {
            taken = handOver.add(reader.apply(exchange));
        } catch (RuntimeException e) {
            LOG.error("{}: an event could not be read: {}", name, CrmFailure.describe(e));
        } finally {
            // an Error as well, for want of memory say: Camel would log it and go on with the next event
            if (!taken) {
                broken = true;
            }
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

    /** All that are set, but those of its own. */
    static Map<String, Object> options(SalesforceComponent component) {
        Map<String, Object> options = new HashMap<>();
        PluginHelper.getBeanIntrospection(component.getCamelContext()).getProperties(component, options, null, false);
        PropertyConfigurerGetter known = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
        options.keySet().removeIf(name -> OWN_OPTIONS.contains(name) || known.getOptionType(name, false) == null);
        return options;
    }

    /** A component with the options of the user's, whatever these are in this Camel. */
    static SalesforceComponent like(SalesforceComponent user) {
        SalesforceComponent own = new SalesforceComponent();
        CamelContext context = user.getCamelContext();
        PropertyConfigurer configurer = user.getComponentPropertyConfigurer();
        options(user).forEach((option, value) -> {
            // maps are changed by the component
            Object copy = value instanceof Map<?, ?> map ? new HashMap<>(map) : value;
            configurer.configure(context, own, option, copy, false);
        });
        SalesforceEndpointConfig config = user.getConfig() == null
                ? new SalesforceEndpointConfig()
                : user.getConfig().copy();
        // its HTTP client would be stopped with this component
        config.setHttpClient(null);
        own.setConfig(config);
        own.setLoginConfig(new EagerLogin(user.getLoginConfig()));
        return own;
    }
}

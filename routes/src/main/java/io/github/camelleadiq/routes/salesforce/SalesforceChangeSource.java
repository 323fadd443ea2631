/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.core.Backoff;
import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.state.EnrichmentState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Change events of one channel, from where we were to {@code changesUri}, and the watch over them. {@link #check} has to
 * be called again and again: it subscribes, catches up after each subscription, and looks what is wrong when nothing has
 * come for a while. As a route policy it ends the subscription with the route that calls it.
 */
public final class SalesforceChangeSource extends RoutePolicySupport implements CamelContextAware {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceChangeSource.class);
    /** Not camel-salesforce's constant, of which the compiler would copy the value of one release. */
    static final String REPLAY_ID = "CamelSalesforceReplayId";
    /** Everything that the org still has. */
    private static final String ALL = "-2";

    private static final Backoff RETRIES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(64));

    private final Clock clock;
    private CamelContext camelContext;
    private String component = "salesforce";
    private String object;
    private String channel;
    private String changesUri;
    private EnrichmentState state;
    private Duration silence = Duration.ofMinutes(10);
    private Duration settle = Duration.ofSeconds(5);
    private Duration lookback = Duration.ofMinutes(2);
    private String initialReplayId = "-1";

    private ChangeDispatcher intake;
    private Watermark moment;
    private Subscription subscription;
    private Instant subscribedAt;
    private boolean caughtUp;
    /** The stored position seems not to be valid any more: after its refusal a subscription can stay dead for minutes. */
    private boolean fromTheBeginning;

    private Instant nextTry = Instant.MIN;
    private int failures;
    private volatile Instant lastHeard = Instant.MIN;
    /** What was known when the silence that began then was first looked after. */
    private Instant known;

    private Instant silentSince;
    private volatile boolean stopped;

    public SalesforceChangeSource() {
        this(Clock.systemUTC());
    }

    SalesforceChangeSource(Clock clock) {
        this.clock = clock;
    }

    /** Subscribes, catches up or looks after a silent subscription, whichever is due. */
    public synchronized void check() {
        if (stopped || clock.instant().isBefore(nextTry)) {
            return;
        }
        try {
            prepare();
            if (subscription == null || subscription.isBroken()) {
                subscribeUnlessStopping();
            } else if (!caughtUp && !clock.instant().isBefore(subscribedAt.plus(settle))) {
                intake.catchUp();
                caughtUp = true;
            } else if (!clock.instant().isBefore(lastHeard.plus(silence)) && !subscription.isBusy()) {
                lookAfter();
            }
            failures = 0;
        } catch (Exception e) {
            // logins that fail too often can lock the user out
            nextTry = clock.instant().plus(RETRIES.after(++failures));
            LOG.warn("{}: {}; will be tried again after {}", source(), CrmFailure.describe(e), nextTry);
        }
    }

    @Override
    public void onStop(Route route) {
        stopped = true;
        end();
    }

    @Override
    public void onRemove(Route route) {
        onStop(route);
    }

    @Override
    public void onSuspend(Route route) {
        onStop(route);
    }

    @Override
    public void onStart(Route route) {
        stopped = false;
    }

    @Override
    public void onResume(Route route) {
        onStart(route);
    }

    private void prepare() {
        if (intake == null) {
            moment = new Watermark(state.checkpoints(), source());
            intake = new ChangeDispatcher(
                    source(),
                    camelContext.createProducerTemplate(),
                    changesUri,
                    state.checkpoints(),
                    new MissedChanges(() -> SalesforceApi.of(camelContext, component), object, source()),
                    moment,
                    lookback,
                    clock,
                    () -> stopped);
        }
    }

    /** A stop breaks the subscription before we are told of it, and would wait for us if we made another one. */
    private void subscribeUnlessStopping() throws Exception {
        if (!camelContext.isStopping() && !camelContext.isStopped()) {
            subscribe();
        }
    }

    private void subscribe() throws Exception {
        end();
        intake.begin();
        String replayId =
                fromTheBeginning ? ALL : state.checkpoints().position(source()).orElse(initialReplayId);
        fromTheBeginning = false;
        Subscription next = new Subscription(camelContext, this::receive, intake::take);
        try {
            next.open(component, channel(), replayId.matches("-?\\d{1,18}") ? replayId : ALL);
        } catch (Exception e) {
            next.close();
            throw e;
        }
        subscription = next;
        subscribedAt = clock.instant();
        lastHeard = subscribedAt;
        caughtUp = false;
        LOG.info("{}: subscribed, from {}", source(), replayId);
    }

    private synchronized void end() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
            moment.keep();
        }
    }

    /** Nothing has come for a while: either nothing has changed, or we are not told. */
    private void lookAfter() throws Exception {
        // a look that failed has moved the moment: the next one would find nothing later, and take us for well informed
        if (!lastHeard.equals(silentSince)) {
            silentSince = lastHeard;
            known = moment.get(clock.instant());
        }
        MissedChanges.Found found = intake.catchUp();
        lastHeard = clock.instant();
        if (found.last() != null && found.last().isAfter(known)) {
            LOG.warn("{}: silent although records have changed; subscribes again", source());
            fromTheBeginning = !subscription.hasHeard();
            subscribe();
        }
    }

    private ReceivedEvent receive(Exchange exchange) {
        lastHeard = clock.instant();
        Message message = exchange.getMessage();
        return intake.read(message.getBody(String.class), message.getHeader(REPLAY_ID, String.class));
    }

    /** What the events' {@link ChangeEvent#source()} is. */
    public String source() {
        return "salesforce:" + channel();
    }

    private String channel() {
        return channel == null || channel.isBlank() ? defaultChannel(object) : channel;
    }

    static String defaultChannel(String object) {
        return "/data/" + object.replaceFirst("__c$", "__") + "ChangeEvent";
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /** The name of the Salesforce component. */
    public void setComponent(String component) {
        this.component = component;
    }

    /** The object, such as {@code Lead}. */
    public void setObject(String object) {
        this.object = Soql.object(object);
    }

    /** The channel; by default the one of the object. */
    public void setChannel(String channel) {
        this.channel = channel;
    }

    /** Takes a list of {@link ChangeEvent} and returns when they are stored. */
    public void setChangesUri(String changesUri) {
        this.changesUri = changesUri;
    }

    /** Knows where we were. */
    public void setState(EnrichmentState state) {
        this.state = state;
    }

    /** How long nothing can come before a query looks whether that is true. */
    public void setSilence(Duration silence) {
        this.silence = silence;
    }

    /** How long after subscribing to catch up: the subscription takes effect a little later than Camel says. */
    public void setSettle(Duration settle) {
        this.settle = settle;
    }

    /** How far behind the last known change to look: a long transaction is stamped before it is seen. */
    public void setLookback(Duration lookback) {
        this.lookback = lookback;
    }

    /** Where to begin when nothing is known: -1 for what comes from now on, -2 for all that the org still has. */
    public void setInitialReplayId(String initialReplayId) {
        this.initialReplayId = initialReplayId;
    }
}

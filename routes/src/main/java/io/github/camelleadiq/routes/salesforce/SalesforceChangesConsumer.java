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
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Change events of one channel, from where we were, as exchanges with a list of {@link ChangeEvent}; and the watch over
 * them: it subscribes, catches up after each subscription, and looks what is wrong when nothing has come for a while. The
 * next list comes when the route has taken the one before; one that the route fails with comes again.
 *
 * <p>Not one of Camel's scheduled consumers: those interrupt what is under way when they are stopped, and a database in a
 * file can close it then.
 */
final class SalesforceChangesConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceChangesConsumer.class);
    /** Not camel-salesforce's constant, of which the compiler would copy the value of one release. */
    static final String REPLAY_ID = "CamelSalesforceReplayId";
    /** Everything that the org still has. */
    private static final String ALL = "-2";

    private static final Backoff RETRIES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(64));

    private final Clock clock;
    private final SalesforceChangesEndpoint endpoint;
    private ScheduledExecutorService executor;

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

    SalesforceChangesConsumer(SalesforceChangesEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        begin();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        begin();
    }

    @Override
    protected void doSuspend() throws Exception {
        cease();
        super.doSuspend();
    }

    @Override
    protected void doStop() throws Exception {
        cease();
        super.doStop();
    }

    private synchronized void begin() {
        stopped = false;
        executor = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, endpoint.source());
        executor.scheduleWithFixedDelay(this::checkQuietly, 0, endpoint.getCheck(), TimeUnit.MILLISECONDS);
    }

    private void cease() {
        stopped = true;
        ScheduledExecutorService ours = executor;
        if (ours != null) {
            // its thread is not interrupted
            endpoint.getCamelContext().getExecutorServiceManager().shutdown(ours);
        }
        end();
    }

    private void checkQuietly() {
        try {
            check();
        } catch (Throwable e) {
            // the executor would never look again
            LOG.error("{}: {}; will be tried again", source(), CrmFailure.describe(e));
        }
    }

    /** Subscribes, catches up or looks after a silent subscription, whichever is due. */
    synchronized void check() {
        if (stopped || clock.instant().isBefore(nextTry)) {
            return;
        }
        try {
            prepare();
            if (subscription == null || subscription.isBroken()) {
                subscribeUnlessStopping();
            } else if (!caughtUp && !clock.instant().isBefore(subscribedAt.plusMillis(endpoint.getSettle()))) {
                intake.catchUp();
                caughtUp = true;
            } else if (!clock.instant().isBefore(lastHeard.plusMillis(endpoint.getSilence()))
                    && !subscription.isBusy()) {
                lookAfter();
            }
            failures = 0;
        } catch (Exception e) {
            // logins that fail too often can lock the user out
            nextTry = clock.instant().plus(RETRIES.after(++failures));
            LOG.warn("{}: {}; will be tried again after {}", source(), CrmFailure.describe(e), nextTry);
        }
    }

    private void prepare() {
        if (intake == null) {
            EnrichmentState state = endpoint.getState();
            moment = new Watermark(state.checkpoints(), source());
            intake = new ChangeDispatcher(
                    source(),
                    this::store,
                    state.checkpoints(),
                    new MissedChanges(
                            () -> SalesforceApi.of(endpoint.getCamelContext(), endpoint.getSalesforce()),
                            endpoint.getObject(),
                            source()),
                    moment,
                    Duration.ofMillis(endpoint.getLookback()),
                    clock,
                    () -> stopped);
        }
    }

    /** A stop breaks the subscription before we are told of it, and would wait for us if we made another one. */
    private void subscribeUnlessStopping() throws Exception {
        if (!endpoint.getCamelContext().isStopping()
                && !endpoint.getCamelContext().isStopped()) {
            subscribe();
        }
    }

    private void subscribe() throws Exception {
        end();
        intake.begin();
        String replayId = fromTheBeginning
                ? ALL
                : endpoint.getState().checkpoints().position(source()).orElse(endpoint.getInitialReplayId());
        fromTheBeginning = false;
        Subscription next = new Subscription(endpoint.getCamelContext(), this::receive, intake::take);
        try {
            next.open(
                    endpoint.getSalesforce(), endpoint.channelName(), replayId.matches("-?\\d{1,18}") ? replayId : ALL);
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

    private String source() {
        return endpoint.source();
    }

    /** Returns when the route has stored these. */
    private void store(List<ChangeEvent> events) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(List.copyOf(events));
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } catch (Exception e) {
            throw new IllegalStateException("not stored", e);
        } finally {
            releaseExchange(exchange, false);
        }
    }
}

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
 * them: it subscribes, catches up where the stream does not go on where it was, and looks what is wrong when nothing has come
 * for a while. The next list comes when the route has taken the one before; one that the route fails with comes again.
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
    /** What comes from now on. */
    private static final String NEW = "-1";
    /** A place that is older may have expired: events are kept for three days, and clocks and transactions need room. */
    private static final Duration SURELY_KEPT = Duration.ofDays(2);

    private static final Backoff RETRIES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(64));

    private final Clock clock;
    private final SalesforceChangesEndpoint endpoint;
    private ScheduledExecutorService executor;

    private ChangeDispatcher intake;
    private Watermark moment;
    private Subscription subscription;
    private Instant subscribedAt;
    private boolean caughtUp;
    /** The stream does not tell all that has changed since we were last told. */
    private boolean isGap;

    private Instant lastCheck = Instant.MIN;
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
        noticeClockSetBack();
        if (stopped || clock.instant().isBefore(nextTry)) {
            return;
        }
        try {
            prepare();
            if (subscription == null || subscription.isBroken()) {
                subscribeUnlessStopping();
            } else if (!caughtUp && !clock.instant().isBefore(subscribedAt.plusMillis(endpoint.getSettle()))) {
                fillGap();
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

    /** What was to be waited for by the clock of before would be far away. */
    private void noticeClockSetBack() {
        Instant now = clock.instant();
        if (now.isBefore(lastCheck)) {
            nextTry = Instant.MIN;
            subscribedAt = now;
            lastHeard = now;
        }
        lastCheck = now;
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
        String place = endpoint.getState().checkpoints().position(source()).orElse(endpoint.getInitialReplayId());
        String replayId = fromTheBeginning || !place.matches("-?\\d{1,18}") ? ALL : place;
        isGap = replayId.equals(NEW) || intake.moment().isBefore(clock.instant().minus(SURELY_KEPT));
        fromTheBeginning = false;
        Subscription next = new Subscription(endpoint.getCamelContext(), this::receive, intake::take);
        try {
            next.open(endpoint.getSalesforce(), endpoint.channelName(), replayId);
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

    /** The place that we were at may be refused, and then nothing comes for a while, or what was there is gone. */
    private void fillGap() {
        isGap = isGap || !subscription.hasHeard() && intake.isAnyAfter(intake.latestMoment());
        if (isGap) {
            intake.catchUp();
        } else {
            intake.goOn();
        }
    }

    private synchronized void end() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
            moment.end();
        }
    }

    /** Nothing has come for a while: either nothing has changed, or we are not told. */
    private void lookAfter() throws Exception {
        // a look that failed has moved the moment: the next one would find nothing later, and take us for well informed
        if (!lastHeard.equals(silentSince)) {
            silentSince = lastHeard;
            known = intake.latestMoment();
        }
        if (!intake.isAnyAfter(known)) {
            lastHeard = clock.instant();
            return;
        }
        LOG.warn("{}: silent although records have changed; looks for them and subscribes again", source());
        intake.catchUp();
        fromTheBeginning = !subscription.hasHeard();
        subscribe();
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

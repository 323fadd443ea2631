/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.ProfileFinder;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.state.EnrichmentState;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Header;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.StatefulService;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beginning of the pipeline as a bean of the templates {@code leadiq-enrich} and {@code leadiq-records}, made from
 * their parameters. What the parameters mean stands with the templates. As a route policy it gives back what is claimed
 * when the route stops.
 */
public final class PipelineBean extends RoutePolicySupport {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineBean.class);

    /** Who works on an exchange, for the inbox. */
    private static final String WORKER = PipelineBean.class.getName() + ".worker";

    private final AtomicBoolean checked = new AtomicBoolean();
    private final Map<String, String> leadIQUris = new HashMap<>();
    private String profile;
    private EnrichmentState state;
    private String mode = Mode.LIVE.optionName();
    private String name;
    private String runId;
    private String readerUri;
    private String writerUri;
    private String describeUri;
    private String clientId;
    private String userId;
    private boolean logValues;
    private final PipelineOptions.Builder options = new PipelineOptions.Builder();
    private PipelineContext setup;
    private InboxWorker claim;

    /** The next records of the inbox; empty if there is nothing to do now. */
    public Batch claim(Exchange exchange) {
        InboxWorker ours = claiming(exchange.getContext());
        String worker = name + ":" + UUID.randomUUID();
        exchange.setProperty(WORKER, worker);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                if (isStopping(done)) {
                    // not a failure of the batch if it was interrupted
                    ours.release(worker);
                    return;
                }
                // a route of somebody's own may have handled the exception
                ours.ended(
                        worker,
                        done.getException() != null
                                ? done.getException()
                                : done.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class));
            }
        });
        ours.begin(worker);
        return isStopping(exchange) ? ours.nothing() : ours.next(worker);
    }

    /** The batch that was claimed last is settled: the next one. */
    public Batch claimNext(Exchange exchange) {
        InboxWorker ours = claiming(exchange.getContext());
        String worker = exchange.getProperty(WORKER, String.class);
        ours.settled(worker);
        return isStopping(exchange) ? ours.nothing() : ours.next(worker);
    }

    /** The route ends with the batch in hand, however much waits. */
    private static boolean isStopping(Exchange exchange) {
        CamelContext context = exchange.getContext();
        Route route = exchange.getFromRouteId() == null ? null : context.getRoute(exchange.getFromRouteId());
        return context.isStopping()
                || context.isStopped()
                || route != null
                        && route.getConsumer() instanceof StatefulService consumer
                        && (consumer.isStopping()
                                || consumer.isStopped()
                                || consumer.isSuspending()
                                || consumer.isSuspended());
    }

    @Override
    public void onStop(Route route) {
        InboxWorker ours = claimed();
        if (ours != null) {
            ours.release();
        }
    }

    private synchronized InboxWorker claimed() {
        return claim;
    }

    /**
     * Records that somebody else has read, such as a page of a backfill.
     *
     * @throws EnrichmentPausedException if enrichment has to wait
     */
    public Batch arrive(
            @Body List<CrmRecord> records,
            @Header(RoutesConstants.RUN_ID) String run,
            @Header(RoutesConstants.CREDITS_LEFT) BigDecimal creditsLeft,
            Exchange exchange) {
        PipelineContext ready = setup(exchange.getContext());
        EnrichmentPausedException.throwIfClosed(ready);
        return RunBatches.batch(ready, run == null ? run("records:") : run, creditsLeft, records);
    }

    /**
     * Says what came of a batch: what would be changed, where nothing is, or else how much was bought and written. Of pages
     * a run says the latter itself. Leaves the message as it is.
     */
    public void printDiffs(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof EnrichmentSummary summary) {
            DiffLog.print(summary, logValues);
            if (Mode.parse(mode) == Mode.LIVE && exchange.getProperty(WORKER) != null && summary.hasDoneSomething()) {
                LOG.info("{}", summary);
            }
        }
    }

    /** What records are processed with. */
    public synchronized PipelineContext setup(CamelContext context) {
        if (setup == null) {
            ProducerTemplate template = context.createProducerTemplate();
            Clock clock = state.clock();
            setup = PipelineContext.of(
                    ProfileFinder.find(context, profile),
                    state,
                    new CamelCrm(template, readerUri, writerUri, describeUri, clock),
                    new CamelLeadIQ(template, leadIQUris),
                    new Us(Parameters.orNull(clientId), Parameters.orNull(userId)),
                    Mode.parse(mode),
                    options.build(),
                    clock);
        }
        return setup;
    }

    private InboxWorker claiming(CamelContext context) {
        PipelineContext ready = setup(context);
        // by whoever comes first, and not while others wait for the lock
        if (!checked.getAndSet(true)) {
            checkAtStart(ready);
        }
        return claiming(ready, context);
    }

    private synchronized InboxWorker claiming(PipelineContext ready, CamelContext context) {
        if (claim == null) {
            InboxWorker made = new InboxWorker(ready, run("stream:"));
            long third = Math.max(1, ready.options().alive().toMillis() / 3);
            // Camel shuts it down with the context
            context.getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(this, "LeadIQLease")
                    .scheduleWithFixedDelay(made::renew, third, third, TimeUnit.MILLISECONDS);
            claim = made;
        }
        return claim;
    }

    /** An org that is away at the start is no reason not to start: it is asked again with the first records. */
    private static void checkAtStart(PipelineContext ready) {
        try {
            ready.describe();
        } catch (ProfileMisfitException e) {
            ReadStep.stop(ready, e);
        } catch (RuntimeException e) {
            LOG.info(
                    "{} cannot be described yet, so its profile is checked with the first records: {}",
                    ready.profile().object(),
                    CrmFailure.describe(e));
        }
    }

    private String run(String prefix) {
        return Parameters.orNull(runId) == null ? prefix + name : runId.strip();
    }

    public void setProfile(String profile) {
        this.profile = profile;
    }

    public void setState(EnrichmentState state) {
        this.state = state;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setRunId(String runId) {
        this.runId = runId;
    }

    public void setReaderUri(String readerUri) {
        this.readerUri = readerUri;
    }

    public void setWriterUri(String writerUri) {
        this.writerUri = writerUri;
    }

    public void setDescribeUri(String describeUri) {
        this.describeUri = describeUri;
    }

    public void setLeadiqPeopleUri(String uri) {
        leadIQUris.put("searchPeople", uri);
    }

    public void setLeadiqCompanyUri(String uri) {
        leadIQUris.put("searchCompany", uri);
    }

    public void setLeadiqPreviewUri(String uri) {
        leadIQUris.put("searchPeoplePreview", uri);
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }

    public void setBatchSize(int size) {
        options.batchSize(size);
    }

    public void setLease(Duration lease) {
        options.lease(lease);
    }

    public void setMaxDelay(Duration delay) {
        options.maxDelay(delay);
    }

    public void setMaxAttempts(int attempts) {
        options.maxAttempts(attempts);
    }

    public void setRetryDelay(Duration delay) {
        options.retryDelay(delay);
    }

    public void setMaxRetryDelay(Duration delay) {
        options.maxRetryDelay(delay);
    }

    public void setOutagePause(Duration pause) {
        options.outagePause(pause);
    }

    public void setCreditsPause(Duration pause) {
        options.creditsPause(pause);
    }

    public void setCandidates(int candidates) {
        options.candidates(candidates);
    }

    public void setSamples(int samples) {
        options.samples(samples);
    }

    public void setStoreValues(boolean storeValues) {
        options.storeValues(storeValues);
    }

    public void setLogValues(boolean logValues) {
        this.logValues = logValues;
    }
}

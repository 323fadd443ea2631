/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.ProfileFinder;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.state.EnrichmentState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.StatefulService;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker of the template {@code leadiq-enrich} as a bean, made from its parameters. What they mean stands with the
 * template. As a route policy it gives back what is claimed
 * when the route stops.
 */
public final class PipelineBean extends RoutePolicySupport {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineBean.class);

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
    private String stepsUri;
    private String summaryUri;
    private InboxWorker.Takes takes = InboxWorker.Takes.CHANGES;
    private String clientId;
    private String userId;
    private boolean logValues;
    private final PipelineOptions.Builder options = new PipelineOptions.Builder();
    private ProducerTemplate template;
    private PipelineContext setup;
    private InboxWorker claim;

    /** Processes what is in the inbox, until nothing is due. */
    public void work(Exchange exchange) {
        InboxWorker ours = worker(exchange.getContext());
        String worker = name + ":" + UUID.randomUUID();
        ours.begin(worker);
        try {
            List<EnrichmentSummary> summaries = new ArrayList<>();
            boolean isMore = !isStopping(exchange);
            while (isMore) {
                isMore =
                        ours.work(worker, batch -> summaries.add(process(exchange, batch)), () -> !isStopping(exchange))
                                && !isStopping(exchange);
                // not before all is settled: a listener must not make a batch fail
                summaries.forEach(summary -> tell(exchange, summary));
                summaries.clear();
            }
        } finally {
            if (isStopping(exchange)) {
                ours.release(worker);
            }
        }
    }

    private EnrichmentSummary process(Exchange exchange, Batch batch) {
        Exchange steps = send(exchange, stepsUri, batch);
        Throwable failure = steps.getException() != null
                ? steps.getException()
                // a route of the user's own may have handled the exception
                : steps.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        if (steps.getException() == null && steps.getMessage().getBody() instanceof EnrichmentSummary summary) {
            return summary;
        }
        throw failure instanceof RuntimeException known
                ? known
                : new IllegalStateException("A batch was not settled by " + stepsUri, failure);
    }

    /** On an exchange of its own, as each batch has its own end. */
    private Exchange send(Exchange exchange, String uri, Object body) {
        return template(exchange.getContext())
                .send(uri, sent -> sent.getMessage().setBody(body));
    }

    private synchronized ProducerTemplate template(CamelContext context) {
        if (template == null) {
            template = context.createProducerTemplate();
        }
        return template;
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

    /** What came of a batch: what would be changed, where nothing is, or else how much was bought and written. */
    private void tell(Exchange exchange, EnrichmentSummary summary) {
        DiffLog.print(summary, logValues);
        // a run says that itself
        if (Mode.parse(mode) == Mode.LIVE && takes == InboxWorker.Takes.CHANGES && summary.hasDoneSomething()) {
            LOG.info("{}", summary);
        }
        Exchange told = send(exchange, summaryUri, summary);
        if (told.getException() != null) {
            LOG.warn(
                    "What came of run {} could not be told: {}",
                    summary.runId(),
                    told.getException().getClass().getName());
        }
    }

    /** What records are processed with. */
    public synchronized PipelineContext setup(CamelContext context) {
        if (setup == null) {
            Clock clock = state.clock();
            setup = PipelineContext.of(
                    ProfileFinder.find(context, profile),
                    state,
                    new CamelCrm(template(context), readerUri, writerUri, describeUri, clock),
                    new CamelLeadIQ(template(context), leadIQUris),
                    new Us(Parameters.orNull(clientId), Parameters.orNull(userId)),
                    Mode.parse(mode),
                    options.build(),
                    clock);
        }
        return setup;
    }

    InboxWorker worker(CamelContext context) {
        PipelineContext ready = setup(context);
        // by the first worker, and not while others wait for the lock; once for both that take changes and runs
        if (takes == InboxWorker.Takes.CHANGES && !checked.getAndSet(true)) {
            checkAtStart(ready);
        }
        return worker(ready, context);
    }

    private synchronized InboxWorker worker(PipelineContext ready, CamelContext context) {
        if (claim == null) {
            InboxWorker made = new InboxWorker(ready, takes, streamId());
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

    private String streamId() {
        return Parameters.orNull(runId) == null ? "stream:" + name : runId.strip();
    }

    public void setStepsUri(String uri) {
        this.stepsUri = uri;
    }

    public void setSummaryUri(String uri) {
        this.summaryUri = uri;
    }

    /** {@code changes} or {@code runs}. */
    public void setTakes(String takes) {
        this.takes = Arrays.stream(InboxWorker.Takes.values())
                .filter(known -> known.name().equalsIgnoreCase(takes))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("takes must be changes or runs, and not " + takes));
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

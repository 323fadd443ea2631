/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQClient;
import io.github.camelleadiq.client.LeadIQClientConfig;
import io.github.camelleadiq.client.LeadIQMetrics;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the endpoints {@code leadiq:operation} and keeps what they share: one client for equal settings. */
@Component(LeadIQConstants.SCHEME)
public class LeadIQComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private static final Logger LOG = LoggerFactory.getLogger(LeadIQComponent.class);
    /** At a stop, for what calls leave behind: for hundreds of transactions of a database that is not slow. */
    private static final long LAST_CALLS_MILLIS = 10_000;

    private final Map<LeadIQClientConfig, LeadIQClient> clients = new ConcurrentHashMap<>();
    private final Map<SSLContextParameters, SSLContext> sslContexts = new IdentityHashMap<>();
    private HealthChecks healthChecks = new HealthChecks(Clock.systemUTC());
    // the workers are there only while the component runs
    private final CacheStores cacheStores = new CacheStores(task -> this.workers.execute(task));
    private final CreditSettings credits = new CreditSettings(task -> this.workers.execute(task));
    private LeadIQMetrics metrics = LeadIQMetrics.NONE;
    private WorkerThreads workers;
    private ScheduledExecutorService scheduler;
    private volatile int run;

    @Metadata(description = "The options that all endpoints start from.")
    private LeadIQConfiguration configuration = new LeadIQConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether to use the global TLS parameters of the context.")
    private boolean useGlobalSslContextParameters;

    @Metadata(
            label = "advanced",
            defaultValue = "4",
            description = "Threads on which routes go on after an answer. More are of use when routes block there.")
    private int workerPoolSize = 4;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        LeadIQConfiguration copy = configuration.copy();
        if (copy.getSslContextParameters() == null) {
            copy.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        LeadIQEndpoint endpoint = new LeadIQEndpoint(uri, this, copy);
        endpoint.setOperation(remaining);
        endpoint.setInput(PropertiesHelper.extractProperties(parameters, "input."));
        endpoint.setArgument(PropertiesHelper.extractProperties(parameters, "argument."));
        endpoint.setHttpHeader(PropertiesHelper.extractProperties(parameters, "httpHeader."));
        setProperties(endpoint, parameters);
        return endpoint;
    }

    HealthChecks healthChecks() {
        return healthChecks;
    }

    /** For tests: a clock of one's own. */
    void setHealthChecks(HealthChecks healthChecks) {
        this.healthChecks = healthChecks;
    }

    /**
     * The TLS context of these parameters. The same one each time, because clients are shared by endpoints with equal
     * settings, and no two contexts are equal.
     */
    SSLContext sslContext(SSLContextParameters parameters) throws GeneralSecurityException, IOException {
        synchronized (sslContexts) {
            SSLContext known = sslContexts.get(parameters);
            if (known == null) {
                known = parameters.createSSLContext(getCamelContext());
                sslContexts.put(parameters, known);
            }
            return known;
        }
    }

    /** The client for these settings; endpoints with equal settings get the same one. */
    LeadIQClient client(LeadIQClientConfig config) {
        LeadIQClient client =
                clients.computeIfAbsent(config, key -> new LeadIQClient(key, workers, scheduler, metrics));
        if (isStoppingOrStopped()) {
            // came too late to be closed with the others: it would wait on threads that are about to end
            clients.remove(config, client);
            client.close();
        }
        return client;
    }

    /** Tells one run, from start to stop, from the next. */
    int run() {
        return run;
    }

    WorkerThreads workers() {
        return workers;
    }

    CreditSettings credits() {
        return credits;
    }

    CacheStores cacheStores() {
        return cacheStores;
    }

    /**
     * Takes everything out of the caches of all endpoints that was bought under an identifier or has it in the answer, also
     * what was kept with one of {@code previousCacheSecrets}. Takes what was bought of a LeadIQ id out of their credit
     * ledgers. A client that an endpoint was given has a method of its own for that.
     *
     * @param identifier an email address, LinkedIn URL, LeadIQ id or phone number of a person or company
     * @return how many answers and purchases went. Fails when a store or a ledger does; then it can be repeated
     */
    public CompletableFuture<Integer> erase(String identifier) {
        // also when no endpoint has the component's own options, or none is there yet
        cacheStores.of(configuration);
        credits.of(configuration);
        return cacheStores.erase(identifier).thenCombine(credits.erase(identifier), Integer::sum);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        run++;
        metrics = MicrometerMetrics.of(getCamelContext());
        ThreadPoolProfile profile = new ThreadPoolProfile("leadiq");
        profile.setPoolSize(workerPoolSize);
        profile.setMaxPoolSize(workerPoolSize);
        // an answer that is there must not be refused, nor run on a thread of the transport
        // (a size of -1 is not an endless queue here but none at all)
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        // by default a pool that is shut down drops what it gets without a word, and an exchange would wait for good
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        workers = new WorkerThreads(
                getCamelContext().getExecutorServiceManager().newThreadPool(this, "LeadIQWorker", profile));
        ThreadPoolProfile timer = new ThreadPoolProfile("leadiq-timer");
        // each lookup in flight has its entries here; Camel's usual bound would refuse the thousandth
        timer.setMaxQueueSize(Integer.MAX_VALUE);
        timer.setPoolSize(1);
        timer.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        scheduler = getCamelContext().getExecutorServiceManager().newScheduledThreadPool(this, "LeadIQTimer", timer);
    }

    @Override
    protected void doStop() throws Exception {
        clients.values().forEach(LeadIQClient::close);
        clients.clear();
        synchronized (sslContexts) {
            sslContexts.clear();
        }
        ExecutorServiceManager threads = getCamelContext().getExecutorServiceManager();
        threads.shutdown(scheduler);
        if (workers != null) {
            threads.shutdown(workers.threads());
            // what calls had reserved that closing has ended is given back there, and their exchanges go on: the JVM
            // may end
            // right after this
            if (!threads.awaitTermination(workers.threads(), LAST_CALLS_MILLIS)) {
                LOG.warn("Calls that the stop has ended are not all through yet, and perhaps never will be");
            }
        }
        super.doStop();
    }

    public LeadIQConfiguration getConfiguration() {
        return configuration;
    }

    /** The options that all endpoints start from. */
    public void setConfiguration(LeadIQConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /** Whether to use the global TLS parameters of the context. */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public int getWorkerPoolSize() {
        return workerPoolSize;
    }

    /** Threads on which routes go on after an answer. */
    public void setWorkerPoolSize(int workerPoolSize) {
        this.workerPoolSize = workerPoolSize;
    }
}

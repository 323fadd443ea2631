/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQClient;
import io.github.camelleadiq.client.LeadIQClientConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.PropertiesHelper;

/** Makes the endpoints {@code leadiq:operation} and keeps what they share: one client for equal settings. */
@Component(LeadIQConstants.SCHEME)
public class LeadIQComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private final Map<LeadIQClientConfig, LeadIQClient> clients = new ConcurrentHashMap<>();
    private WorkerThreads workers;
    private ScheduledExecutorService scheduler;

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

    /** The client for these settings; endpoints with equal settings get the same one. */
    LeadIQClient client(LeadIQClientConfig config) {
        return clients.computeIfAbsent(config, key -> new LeadIQClient(key, workers, scheduler));
    }

    WorkerThreads workers() {
        return workers;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ThreadPoolProfile profile = new ThreadPoolProfile("leadiq");
        profile.setPoolSize(workerPoolSize);
        profile.setMaxPoolSize(workerPoolSize);
        // an answer that is there must not be refused, nor run on a thread of the transport; -1 would be no queue at
        // all
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        workers = new WorkerThreads(
                getCamelContext().getExecutorServiceManager().newThreadPool(this, "LeadIQWorker", profile));
        scheduler = getCamelContext().getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "LeadIQTimer");
    }

    @Override
    protected void doStop() throws Exception {
        clients.values().forEach(LeadIQClient::close);
        clients.clear();
        getCamelContext().getExecutorServiceManager().shutdown(scheduler);
        getCamelContext().getExecutorServiceManager().shutdown(workers.threads());
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

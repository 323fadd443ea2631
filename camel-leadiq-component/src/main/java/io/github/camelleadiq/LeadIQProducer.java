/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.LeadIQException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultAsyncProducer;

/** Sends what a message asks for and puts the answer into it. Never blocks the calling thread. */
public class LeadIQProducer extends DefaultAsyncProducer {

    private final ExchangeCall call;
    private final CallOptionsReader options;
    private HealthCheck healthCheck;
    private WritableHealthCheckRepository healthCheckRepository;

    LeadIQProducer(LeadIQEndpoint endpoint, ExchangeCall call) {
        super(endpoint);
        this.call = call;
        this.options = new CallOptionsReader(endpoint);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Consumer<Message>> answer = send(exchange);
        boolean doneSynchronously = answer.isDone();
        answer.whenComplete((writer, failure) -> {
            settle(exchange, writer, failure);
            callback.done(doneSynchronously);
        });
        return doneSynchronously;
    }

    private CompletableFuture<Consumer<Message>> send(Exchange exchange) {
        try {
            return call.send(exchange, options.read(exchange));
        } catch (LeadIQException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void settle(Exchange exchange, Consumer<Message> writer, Throwable failure) {
        try {
            if (failure == null) {
                writer.accept(exchange.getMessage());
            } else {
                exchange.setException(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        } catch (LeadIQException e) {
            exchange.setException(e);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        LeadIQEndpoint endpoint = (LeadIQEndpoint) getEndpoint();
        healthCheckRepository = HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (healthCheckRepository != null) {
            healthCheck = new LeadIQHealthCheck(endpoint);
            healthCheck.setEnabled(((LeadIQComponent) endpoint.getComponent()).isHealthCheckProducerEnabled());
            healthCheckRepository.addHealthCheck(healthCheck);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheckRepository != null && healthCheck != null) {
            healthCheckRepository.removeHealthCheck(healthCheck);
            healthCheck = null;
        }
        super.doStop();
    }
}

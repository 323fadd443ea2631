/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Sends what a message asks for and puts the answer into it. Never blocks the calling thread. */
public class LeadIQProducer extends DefaultAsyncProducer {

    private final OperationCall call;
    private final CallOptionsReader options;

    LeadIQProducer(LeadIQEndpoint endpoint, OperationCall call) {
        super(endpoint);
        this.call = call;
        this.options = new CallOptionsReader(endpoint);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Reply> answer = send(exchange);
        boolean doneSynchronously = answer.isDone();
        answer.whenComplete((reply, failure) -> {
            settle(exchange, reply, failure);
            callback.done(doneSynchronously);
        });
        return doneSynchronously;
    }

    private CompletableFuture<Reply> send(Exchange exchange) {
        try {
            return call.send(exchange, options.read(exchange));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void settle(Exchange exchange, Reply reply, Throwable failure) {
        try {
            if (failure == null) {
                reply.writeTo(exchange.getMessage());
            } else {
                exchange.setException(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        } catch (RuntimeException | Error e) {
            // whatever it is, a class that does not link included: an exchange that is never called back waits for good
            exchange.setException(e);
        }
    }

    @Override
    public LeadIQEndpoint getEndpoint() {
        return (LeadIQEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        healthChecks().add(this);
    }

    @Override
    protected void doStop() throws Exception {
        healthChecks().remove(this);
        super.doStop();
    }

    private HealthChecks healthChecks() {
        return ((LeadIQComponent) getEndpoint().getComponent()).healthChecks();
    }
}

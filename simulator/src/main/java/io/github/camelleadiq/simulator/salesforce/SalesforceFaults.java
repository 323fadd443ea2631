/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.FaultRules;
import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.salesforce.rest.RestException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong with REST requests. Whole requests fail by the rules inherited and any {@link Fault} that is not about
 * GraphQL; single records can be locked on top of that.
 */
public final class SalesforceFaults extends FaultRules<SalesforceRequest> {
    private int locks;
    private double lockProbability;
    private Random dice = new Random(0);

    /** A 500 as Salesforce gives it. The request is not processed. */
    public static Fault serverError() {
        return salesforce(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.");
    }

    /** A 503 as Salesforce gives it. The request is not processed. */
    public static Fault unavailable() {
        return salesforce(503, "SERVER_UNAVAILABLE", "Server is temporarily unavailable, please try again later");
    }

    /** The answer to a request past the daily limit. The request is not processed. */
    public static Fault apiLimit() {
        return salesforce(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }

    /** Any error in Salesforce's form. The request is not processed. */
    public static Fault salesforce(int status, String errorCode, String message) {
        return new Fault(
                errorCode,
                false,
                Duration.ZERO,
                good -> HttpAnswer.json(status, new RestException(status, errorCode, message, List.of()).body()));
    }

    /** The next records that are updated or deleted are locked. */
    public synchronized SalesforceFaults lockRows(int times) {
        locks = times;
        return this;
    }

    /** Some records that are updated or deleted are locked, 0 to 1 of them. */
    public synchronized SalesforceFaults lockRows(long seed, double probability) {
        dice = new Random(seed);
        lockProbability = probability;
        return this;
    }

    @Override
    public synchronized void clear() {
        super.clear();
        locks = 0;
        lockProbability = 0;
    }

    synchronized boolean isLocked(String id) {
        if (locks > 0) {
            locks--;
            return true;
        }
        return dice.nextDouble() < lockProbability;
    }
}

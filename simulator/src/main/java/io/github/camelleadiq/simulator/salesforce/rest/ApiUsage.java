/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

/** The daily limit of requests, and how many of them are gone. */
public final class ApiUsage {
    private final int initialLimit;
    private int limit;
    private int used;

    public ApiUsage(int limit) {
        this.initialLimit = limit;
        this.limit = limit;
    }

    /** Counts one more request, unless that would be too many. */
    synchronized boolean take() {
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }

    public synchronized void limit(int requests) {
        limit = requests;
    }

    public synchronized void used(int requests) {
        used = requests;
    }

    public synchronized int limit() {
        return limit;
    }

    public synchronized int used() {
        return used;
    }

    public synchronized void reset() {
        limit = initialLimit;
        used = 0;
    }

    /** As the header {@code Sforce-Limit-Info} says it. */
    synchronized String header() {
        return "api-usage=" + used + "/" + limit;
    }
}

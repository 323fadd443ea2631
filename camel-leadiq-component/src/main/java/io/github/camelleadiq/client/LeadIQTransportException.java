/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/** No answer came. {@link #mayHaveBeenProcessed()} says whether the request may have reached the server all the same. */
public class LeadIQTransportException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenProcessed;

    public LeadIQTransportException(String operation, String problem, boolean mayHaveBeenProcessed, Throwable cause) {
        super(
                operation,
                problem,
                mayHaveBeenProcessed
                        ? "the request may have been processed"
                        : "the request was never sent; check url, proxy, TLS and the pool settings",
                cause);
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    /** Only a request that was never sent is repeated by itself: an answered but lost one may have cost credits. */
    @Override
    public boolean isTransient() {
        return !mayHaveBeenProcessed;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}

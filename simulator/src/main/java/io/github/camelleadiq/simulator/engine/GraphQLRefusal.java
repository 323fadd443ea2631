/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.engine;

/** LeadIQ says no, with a status as HTTP has them. */
public final class GraphQLRefusal extends RuntimeException {
    private final int status;

    /** @param status 400, 401, 402, 429, ... */
    public GraphQLRefusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}

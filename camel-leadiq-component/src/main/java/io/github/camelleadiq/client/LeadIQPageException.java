/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/**
 * A page could not be had after earlier ones were delivered. The cause is the exception that tells what can be done about
 * it; {@link #getPosition()} is where to go on afterwards, so that nothing is asked and paid for twice.
 */
public class LeadIQPageException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    private final LeadIQException failure;
    private final PagePosition position;

    public LeadIQPageException(LeadIQException failure, PagePosition position) {
        super(
                failure.getOperation(),
                "the items up to " + position.text() + " were delivered, then a page failed: " + failure.getMessage(),
                "go on from getPosition()",
                failure);
        this.failure = failure;
        this.position = position;
    }

    /** Where to go on: all items before it were delivered. */
    public PagePosition getPosition() {
        return position;
    }

    @Override
    public boolean isTransient() {
        return failure.isTransient();
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return failure.mayHaveBeenProcessed();
    }
}

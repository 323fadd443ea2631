/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/**
 * How far to page.
 *
 * @param maxItems items at most, at least 1
 */
public record PageLimits(long maxItems) {

    /** All that there are. */
    public static final PageLimits NONE = new PageLimits(Long.MAX_VALUE);

    public PageLimits {
        if (maxItems < 1) {
            throw new IllegalArgumentException("maxItems must be at least 1");
        }
    }
}

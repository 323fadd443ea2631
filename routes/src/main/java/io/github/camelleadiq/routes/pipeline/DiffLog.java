/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints what would be changed, a line for each record, and what that would cost. */
final class DiffLog {
    /** By this name it can be sent elsewhere, or be switched off. */
    static final String NAME = "io.github.camelleadiq.routes.diff";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    private DiffLog() {}

    /** Nothing in {@link Mode#LIVE}, which has no differences. */
    static void print(EnrichmentSummary summary, boolean withValues) {
        if (summary.diffs().isEmpty() || !LOG.isInfoEnabled()) {
            return;
        }
        for (EnrichmentDiff diff : summary.diffs()) {
            LOG.info("{}", withValues ? diff.withValues() : diff);
        }
        LOG.info(
                "run {}: {} records would be enriched, for about {} credits if LeadIQ finds all of them",
                summary.runId(),
                summary.diffs().size(),
                summary.estimatedCredits().toPlainString());
    }
}

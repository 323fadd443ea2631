/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.batch;

import io.github.camelleadiq.client.LeadIQClientConfig;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many lookups a server takes in one request, as far as it has shown.
 *
 * <p>LeadIQ does not say whether its limit counts requests or the lookups in them. When batches are refused with 429
 * although they leave at the permitted pace, the likely reason is that lookups are counted: batches are halved until they
 * pass. When even single lookups are refused, size is not the reason, and batches are full again. Either finding holds
 * for ten minutes, because other users of the key can be the reason too, and they come and go.
 *
 * <p>Where the size is left to it, it begins with 100 and doubles while answers come whole and in time. An answer that is
 * late or lost halves it, and from then on it grows by small steps.
 */
final class BatchLimit {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLimit.class);

    /** One refusal can be the burst of another client. */
    private static final int ENOUGH_REFUSALS = 2;

    private static final long FINDING_HOLDS = Duration.ofMinutes(10).toNanos();

    private static final int FIRST = 100;
    private static final int MOST = 1_000;
    private static final int STEP = 25;

    /** An answer is in time if it leaves room for as many more: time-outs are about half a minute as a rule. */
    private static final Duration IN_TIME = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final int most;
    private final boolean grows;

    /** As far as it has grown; without meaning where it does not. */
    private int grown = FIRST;

    private boolean careful;

    /** Too large is too large for good, unless a single lookup is. */
    private int accepted = Integer.MAX_VALUE;

    /** What passes at the pace of the key. */
    private int paced = Integer.MAX_VALUE;

    private int refusals;
    /** When {@link #paced}, or that size is not the reason, was found; meaningless before {@link #found}. */
    private long foundAt;

    private boolean found;

    /** @param most lookups of a request at most; {@link LeadIQClientConfig#BATCH_SIZE_AUTO} to find out */
    BatchLimit(int most, LongSupplier nanoTime) {
        this.most = most;
        this.grows = most == LeadIQClientConfig.BATCH_SIZE_AUTO;
        this.nanoTime = nanoTime;
    }

    boolean grows() {
        return grows;
    }

    /** Lookups of a request at most, at this moment. */
    synchronized int size() {
        if (found && nanoTime.getAsLong() - foundAt > FINDING_HOLDS) {
            found = false;
            paced = Integer.MAX_VALUE;
            refusals = 0;
        }
        return Math.min(grows ? grown : most, Math.min(accepted, paced));
    }

    /**
     * The server refuses so many at once, whenever they come. When it says so of a single one, the halves before it have
     * failed because of that one, and not because of their size.
     */
    synchronized void tooLarge(int size) {
        if (size == 1) {
            accepted = Integer.MAX_VALUE;
            return;
        }
        int half = size / 2;
        if (half < accepted) {
            accepted = half;
            LOG.warn("The server refuses {} lookups in one request; going on with {}", size, half);
        }
    }

    /** A request of so many lookups has passed. */
    synchronized void passed(int size) {
        if (size <= Math.min(accepted, paced)) {
            refusals = 0;
        }
    }

    /** A request of so many lookups was answered whole. */
    synchronized void answered(int size, Duration took) {
        if (took.compareTo(IN_TIME) > 0) {
            late(size);
        } else if (size >= size()) {
            grown = Math.min(MOST, careful ? grown + STEP : grown * 2);
        }
    }

    /** The answer to a request of so many lookups came late, or not at all, or was too large to read. */
    synchronized void late(int size) {
        if (size > 1) {
            careful = true;
            grown = Math.max(1, Math.min(grown, size / 2));
        }
    }

    /** A request of so many lookups was refused because there were too many; it may have passed later. */
    synchronized void refused(int size) {
        boolean sizeIsNotTheReason = found && paced == Integer.MAX_VALUE;
        if (sizeIsNotTheReason || size > Math.min(accepted, paced) || ++refusals < ENOUGH_REFUSALS) {
            return;
        }
        refusals = 0;
        if (size > 1) {
            paced = size / 2;
            find();
            LOG.warn(
                    "Requests of {} lookups are refused with 429: the server seems to count lookups. Going on with {}",
                    size,
                    paced);
        } else if (found) {
            paced = Integer.MAX_VALUE;
            find();
            LOG.warn("Single lookups are refused with 429 as well: the key seems to be used elsewhere, too");
        }
    }

    private void find() {
        found = true;
        foundAt = nanoTime.getAsLong();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.text.Spaces;
import io.github.camelleadiq.routes.state.Checkpoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the changes of a source to where they are stored, whether they came as events or were found by catching up. */
final class ChangeDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeDispatcher.class);

    /** Records are stamped when they are changed, and told of when the transaction ends: an overflow is of a long one. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    private final String source;
    private final Consumer<List<ChangeEvent>> store;
    private final Checkpoints checkpoints;
    private final MissedChanges catchUp;
    private final Watermark moment;
    private final Duration lookback;
    private final Clock clock;
    private final BooleanSupplier stopped;

    /**
     * @param store returns when the events are stored, or fails
     * @param lookback how far behind the moment to look when catching up
     * @param stopped whether catching up has to end
     */
    ChangeDispatcher(
            String source,
            Consumer<List<ChangeEvent>> store,
            Checkpoints checkpoints,
            MissedChanges catchUp,
            Watermark moment,
            Duration lookback,
            Clock clock,
            BooleanSupplier stopped) {
        this.source = source;
        this.store = store;
        this.checkpoints = checkpoints;
        this.catchUp = catchUp;
        this.moment = moment;
        this.lookback = lookback;
        this.clock = clock;
        this.stopped = stopped;
    }

    /**
     * Understands an event.
     *
     * @param position where it says to go on behind it, for the case that it makes no sense otherwise
     */
    ReceivedEvent read(String json, String position) {
        try {
            return ReceivedEvent.of(ChangeEventParser.parse(json, source));
        } catch (MalformedEventException e) {
            LOG.error("{}: dropped the event at {}: {}", source, Spaces.line(position), e.getMessage());
            return ReceivedEvent.senseless(position);
        }
    }

    /**
     * Stores events, or does what has to be done about a special one. All of it is on disk when this returns.
     *
     * @throws RuntimeException if not; then the same has to come again
     */
    void take(List<ReceivedEvent> arrivals) {
        ReceivedEvent first = arrivals.get(0);
        if (first.isSpecial()) {
            takeSpecial(first);
            return;
        }
        List<ChangeEvent> events = arrivals.stream().map(ReceivedEvent::event).toList();
        store(events);
        events.stream().map(ChangeEvent::occurredAt).max(Instant::compareTo).ifPresent(moment::advance);
    }

    private void takeSpecial(ReceivedEvent arrival) {
        if (arrival.event() != null) {
            LOG.warn("{}: too many changes to be told of; looks for them", source);
            catchUpWith(arrival.event());
            moment.advance(arrival.event().occurredAt());
        }
        if (arrival.position() != null) {
            checkpoints.record(source, arrival.position());
        }
    }

    /** From now on events may come, and {@link #catchUp} has to look for what was changed before the first of them. */
    void begin() {
        // not where a search was: we were not told what has been changed behind it in the meantime
        catchUp.forget(source);
        // at the very beginning our clock stands in for the org's, less what they can differ by
        moment.get(clock.instant().minus(lookback));
        moment.catchUp();
    }

    /** Up to where all is stored, as far as we have been told: here at least. */
    Instant moment() {
        return moment.get(clock.instant());
    }

    /** The same, here at most. */
    Instant latestMoment() {
        return moment.latest(clock.instant());
    }

    /** Whether a record was changed later than this. */
    boolean isAnyAfter(Instant known) {
        return catchUp.isAnyAfter(known);
    }

    /** There is nothing to look for: the stream tells all that was changed before its first event. */
    void goOn() {
        moment.caughtUp();
    }

    /** Looks for what has changed since the last known moment, and stores it. */
    void catchUp() {
        moment.catchUp();
        long found = catchUp.since(source, null, moment.get(clock.instant()).minus(lookback), this::storeAndReach);
        moment.caughtUp();
        LOG.info("{}: caught up with {} changed records", source, found);
    }

    private void storeAndReach(List<ChangeEvent> events) {
        store(events);
        moment.reach(events.get(events.size() - 1).occurredAt());
    }

    /** The event names the object, which on a channel of several can be any, and nothing else. */
    private void catchUpWith(ChangeEvent overflow) {
        Duration back = lookback.compareTo(LONGEST_TRANSACTION) > 0 ? lookback : LONGEST_TRANSACTION;
        try {
            long found = catchUp.since(
                    overflow.dedupeKey(),
                    overflow.objectType(),
                    overflow.occurredAt().minus(back),
                    this::store);
            LOG.info("{}: found {} changed records", source, found);
        } catch (SalesforceCallException e) {
            if (e.isRetryable() || overflow.objectType().equals(catchUp.object())) {
                throw e;
            }
            LOG.error("{}: cannot look for changed {}: {}", source, overflow.objectType(), e.getMessage());
        }
    }

    private void store(List<ChangeEvent> events) {
        if (stopped.getAsBoolean()) {
            throw new IllegalStateException("stopped");
        }
        store.accept(events);
    }
}

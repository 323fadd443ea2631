/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Events in order, as long as they are retained. Their ids grow, with holes. */
final class EventLog {
    private final Clock clock;
    private final Random dice = new Random(7);
    private final NavigableMap<Long, BufferedEvent> events = new TreeMap<>();
    private Duration retention;
    private long last = 1_000;
    private long count;

    EventLog(Clock clock, Duration retention) {
        this.clock = clock;
        this.retention = retention;
    }

    /** @param data makes what subscribers get out of the replay id */
    synchronized void append(String entity, LongFunction<Object> data) {
        expire();
        last += 1 + dice.nextInt(3);
        Instant now = clock.instant();
        events.put(last, new BufferedEvent(last, now, entity, data.apply(last)));
        count++;
    }

    /** The next few events that come after one, oldest first. */
    synchronized List<BufferedEvent> after(long replayId, int most) {
        expire();
        return events.tailMap(replayId, false).values().stream().limit(most).toList();
    }

    /** The id to go on from for a subscription, or null if it is not valid. */
    synchronized Long start(long replayId) {
        expire();
        if (replayId == -1) {
            return last;
        }
        if (replayId == -2) {
            return 0L;
        }
        return events.containsKey(replayId) ? replayId : null;
    }

    synchronized void retention(Duration value) {
        retention = value;
    }

    /** Forgets all events so far. */
    synchronized void clear() {
        events.clear();
    }

    synchronized void resetCount() {
        count = 0;
    }

    synchronized long last() {
        return last;
    }

    synchronized long count() {
        return count;
    }

    private void expire() {
        Instant end = clock.instant().minus(retention);
        while (!events.isEmpty() && events.firstEntry().getValue().at().isBefore(end)) {
            events.pollFirstEntry();
        }
    }
}

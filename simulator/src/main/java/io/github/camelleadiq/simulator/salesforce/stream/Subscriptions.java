/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.ServerSessionImpl;

/**
 * Who wants which events, and how far each has come. One thread carries events from the log to the sessions, so each
 * subscriber gets them in order; a slow one is given no more than a few hundred ahead.
 */
final class Subscriptions implements AutoCloseable {
    private static final String ALL = "/data/ChangeEvents";
    private static final int AHEAD = 200;
    /** Until a slow subscriber is looked at again. */
    private static final long PATIENCE_MILLIS = 10;

    private final EventLog log;
    private final Map<String, String> entities = new HashMap<>();
    private final Map<ServerSession, Map<String, Cursor>> cursors = new ConcurrentHashMap<>();
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final AtomicLong delivered = new AtomicLong();
    private final Random dice = new Random(11);
    private final ScheduledExecutorService pump = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "salesforce-simulator-events");
        thread.setDaemon(true);
        return thread;
    });
    private volatile double duplicates;

    private static final class Cursor {
        private final AtomicBoolean deaf = new AtomicBoolean();
        private long at;
    }

    Subscriptions(EventLog log, List<String> entities) {
        this.log = log;
        entities.forEach(entity -> this.entities.put("/data/" + entity + "ChangeEvent", entity));
    }

    boolean isKnown(String channel) {
        return channel.equals(ALL) || entities.containsKey(channel);
    }

    /** Returns false if there is no such event to go on from. */
    boolean add(ServerSession session, String channel, long replayId) {
        Long start = log.start(replayId);
        if (start == null) {
            return false;
        }
        Cursor cursor = new Cursor();
        cursor.at = start;
        cursors.computeIfAbsent(session, s -> new ConcurrentHashMap<>()).put(channel, cursor);
        signal();
        return true;
    }

    void remove(ServerSession session, String channel) {
        cursors.getOrDefault(session, Map.of()).remove(channel);
    }

    void remove(ServerSession session) {
        cursors.remove(session);
    }

    /** No subscriber gets anything until it subscribes again. */
    void deafen() {
        cursors.values().forEach(all -> all.values().forEach(cursor -> cursor.deaf.set(true)));
    }

    void duplicates(double probability) {
        duplicates = probability;
    }

    /** Every channel of every session counts. */
    int count() {
        return cursors.values().stream().mapToInt(Map::size).sum();
    }

    void resetCount() {
        delivered.set(0);
    }

    long delivered() {
        return delivered.get();
    }

    /** There is something new. */
    void signal() {
        if (signalled.compareAndSet(false, true)) {
            try {
                pump.execute(this::pump);
            } catch (RejectedExecutionException e) {
                // closed meanwhile; no one listens any more
                signalled.set(true);
            }
        }
    }

    @Override
    public void close() {
        pump.shutdownNow();
    }

    private void pump() {
        signalled.set(false);
        cursors.forEach((session, all) -> all.forEach((channel, cursor) -> {
            while (!cursor.deaf.get() && advance(session, channel, cursor)) {
                // until it has caught up or is too slow
            }
        }));
    }

    private boolean advance(ServerSession session, String channel, Cursor cursor) {
        if (((ServerSessionImpl) session).getQueue().size() >= AHEAD) {
            pump.schedule(this::signal, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return false;
        }
        List<BufferedEvent> events = log.after(cursor.at, AHEAD);
        String entity = entities.get(channel);
        for (BufferedEvent event : events) {
            if (entity == null || entity.equals(event.entity())) {
                int times = dice.nextDouble() < duplicates ? 2 : 1;
                for (int i = 0; i < times; i++) {
                    session.deliver(null, channel, event.data(), Promise.noop());
                    delivered.incrementAndGet();
                }
            }
            cursor.at = event.replayId();
        }
        return !events.isEmpty();
    }
}

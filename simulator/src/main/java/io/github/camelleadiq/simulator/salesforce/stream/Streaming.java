/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.stream;

import io.github.camelleadiq.simulator.salesforce.org.Change;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.JacksonJSONContextServer;

/** The change events, and what can go wrong with them. */
public final class Streaming implements AutoCloseable {
    /** A session may be silent for so long before it is forgotten, as in Salesforce. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(40);
    /** How long a connect is held open, as in Salesforce. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(110);

    private static final String WHOLE_OBJECT = "000000000000000AAA";

    private final Clock clock;
    private final EventLog log;
    private final Duration retention;
    private final Map<String, ObjectDef> tracked = new LinkedHashMap<>();
    private final Set<String> selected = ConcurrentHashMap.newKeySet();
    private final Subscriptions subscriptions;
    private final SalesforceBayeux bayeux = new SalesforceBayeux();
    private volatile Predicate<Change> gaps = change -> false;
    private final AtomicLong commits = new AtomicLong(10_000_000_000L);

    /** @param authorized whether an {@code Authorization} header, perhaps null, is let in */
    public Streaming(List<ObjectDef> objects, Clock clock, Duration retention, Predicate<String> authorized) {
        this.clock = clock;
        this.retention = retention;
        log = new EventLog(clock, retention);
        objects.stream().filter(ObjectDef::tracked).forEach(o -> tracked.put(o.name(), o));
        subscriptions = new Subscriptions(log, List.copyOf(tracked.keySet()));
        Protocol protocol = new Protocol(authorized, subscriptions);
        // Jackson is here already; CometD's own choice needs another library
        bayeux.setOption("jsonContext", new JacksonJSONContextServer());
        bayeux.setOption("timeout", CONNECT_TIMEOUT.toMillis());
        bayeux.setOption("maxInterval", MAX_SILENCE.toMillis());
        // two answers with events under way at once would be read by two threads, in any order
        bayeux.setOption("metaConnectDeliverOnly", true);
        bayeux.setOption(BayeuxServerImpl.ALLOWED_TRANSPORTS_OPTION, "long-polling");
        bayeux.setSecurityPolicy(protocol);
        bayeux.addExtension(protocol);
        bayeux.addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionRemoved(ServerSession session, ServerMessage message, boolean timeout) {
                subscriptions.remove(session);
            }
        });
    }

    /** For the servlet. */
    public BayeuxServer bayeux() {
        return bayeux;
    }

    /** Has changes of an object make events from now on, or not. */
    public void select(String object, boolean on) {
        if (on && tracked.containsKey(object)) {
            selected.add(object);
        } else {
            selected.remove(object);
        }
    }

    /** The objects whose changes make events, by name. */
    public List<String> selected() {
        return selected.stream().sorted().toList();
    }

    /** Publishes what one request changed. */
    public void publish(List<Change> changes) {
        String transactionKey = UUID.randomUUID().toString();
        long commitNumber = commits.incrementAndGet();
        int sequence = 0;
        for (Change change : changes) {
            int number = ++sequence;
            if (!selected.contains(change.type().name())) {
                continue;
            }
            append(
                    change.type().name(),
                    gaps.test(change)
                            ? ChangePayload.gap(change, transactionKey, commitNumber)
                            : ChangePayload.of(change, transactionKey, number, commitNumber));
        }
        subscriptions.signal();
    }

    /**
     * Tells some of the changes from now on by gap events, as Salesforce does when an event would be larger than 1 MB or
     * could not be made. They belong to the transaction of the others, and each has the sequence number 1.
     */
    public void gaps(Predicate<Change> which) {
        gaps = which;
    }

    /** Says that records changed, but not how. A transaction of its own. */
    public void gap(ChangeType type, String object, String... ids) {
        ObjectDef def = tracked.get(object);
        Map<String, Object> header = ChangePayload.header(def, List.of(ids), type, clock.instant());
        ChangePayload.transaction(header, UUID.randomUUID().toString(), commits.incrementAndGet());
        append(object, Map.of("ChangeEventHeader", header));
        subscriptions.signal();
    }

    /** Says that too much of an object changed in one transaction to tell. */
    public void overflow(String object) {
        gap(ChangeType.GAP_OVERFLOW, object, WHOLE_OBJECT);
    }

    /** Says that all records of an object changed: the only id is the key prefix and an asterisk. */
    public void wildcard(ChangeType type, String object) {
        gap(type, object, tracked.get(object).keyPrefix() + "*");
    }

    /** Sends an event that cannot be understood on the channel of an object. It is retained like any other. */
    public void malformed(String object, MalformedEvent event) {
        log.append(object, event::data);
        subscriptions.signal();
    }

    /** Disconnects all clients, telling them so. */
    public void disconnectAll() {
        bayeux.getSessions().forEach(ServerSession::disconnect);
    }

    /** Forgets all clients without a word. Their next connect is refused with {@code 403::Unknown client}. */
    public void loseSessions() {
        loseSessions("403::Unknown client");
    }

    /** Forgets all clients without a word. Their next connect is refused with this error. */
    public void loseSessions(String error) {
        for (ServerSession session : bayeux.getSessions()) {
            subscriptions.remove(session);
            bayeux.lose(session, error);
        }
    }

    /** Whoever is subscribed now stays connected and gets nothing any more, until they subscribe again. */
    public void deafen() {
        subscriptions.deafen();
    }

    /** How likely an event is delivered twice, 0 to 1. */
    public void duplicates(double probability) {
        subscriptions.duplicates(probability);
    }

    /** How long events are kept for replay, 72 hours if not set. */
    public void retention(Duration value) {
        log.retention(value);
    }

    /** Drops all events so far, as if they were too old. Their ids are not valid any more. */
    public void expireAll() {
        log.clear();
    }

    /** Connected clients. */
    public int sessions() {
        return (int) bayeux.getSessions().stream()
                .filter(session -> SalesforceBayeux.lost(session) == null)
                .count();
    }

    /** Channels subscribed to, added up over all clients. */
    public int subscriptions() {
        return subscriptions.count();
    }

    /** Events so far. */
    public long published() {
        return log.count();
    }

    /** Events handed to clients so far, replays and duplicates included. */
    public long delivered() {
        return subscriptions.delivered();
    }

    public long lastReplayId() {
        return log.last();
    }

    /** Nothing goes wrong any more, no client is connected, and nothing has happened yet. Replay ids go on. */
    public void reset() {
        subscriptions.duplicates(0);
        gaps = change -> false;
        log.retention(retention);
        disconnectAll();
        log.clear();
        log.resetCount();
        subscriptions.resetCount();
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    private void append(String object, Map<String, Object> payload) {
        log.append(object, replayId -> {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("schema", "simulated" + object + "ChangeEvent1");
            data.put("payload", payload);
            data.put("event", Map.of("replayId", replayId));
            return data;
        });
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.Log;
import io.github.camelleadiq.simulator.http.JsonBodies;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Webhooks: whatever people and the API do to records is told to the targets, signed, up to 100 events at a time. A
 * delivery that is not answered by a 2xx within five seconds is sent again, 10 times at most. Safe for several threads.
 */
public final class HubSpotWebhooks {
    private static final int MOST_EVENTS = 100;
    private static final int MOST_RETRIES = 10;
    private static final int REMEMBERED = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Events of this time share a delivery. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    /** One for all simulators of a JVM: each has a thread that ends with the garbage only. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final long portalId;
    private final Clock clock;
    private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(4, task -> {
        Thread thread = new Thread(task, "hubspot-simulator-webhooks");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Line> lines = new ArrayList<>();
    private final Log<WebhookDelivery> deliveries = new Log<>(REMEMBERED);
    private Random dice = new Random(0);
    private double duplicates;
    private boolean disorder;
    private boolean paused;
    private Duration retryWait = Duration.ofMillis(200);
    private long undelivered;
    private long abandoned;

    /** What waits for one target. */
    private static final class Line {
        private final WebhookTarget target;
        private final WebhookSigner signer;
        private final List<Map<String, Object>> waiting = new ArrayList<>();
        private boolean gathering;

        private Line(WebhookTarget target) {
            this.target = target;
            signer = new WebhookSigner(target.secret(), target.publicUrl().toString());
        }
    }

    HubSpotWebhooks(long portalId, Clock clock) {
        this.portalId = portalId;
        this.clock = clock;
    }

    /** Tells everything from now on to a target as well. */
    public synchronized HubSpotWebhooks subscribe(WebhookTarget target) {
        lines.add(new Line(target));
        return this;
    }

    /**
     * Some events come twice, and those of a short time in any order, the same in every run that makes the same changes.
     *
     * @param probability of a duplicate, 0 to 1
     */
    public synchronized HubSpotWebhooks disorder(long seed, double probability) {
        dice = new Random(seed);
        duplicates = probability;
        disorder = true;
        return this;
    }

    /** How long to wait before a delivery is sent again; a fifth of a second, where HubSpot takes minutes and hours. */
    public synchronized HubSpotWebhooks retryWait(Duration value) {
        retryWait = value;
        return this;
    }

    /** Keeps events back until {@link #resume()}. */
    public synchronized void pause() {
        paused = true;
    }

    /** Sends what was kept back. */
    public synchronized void resume() {
        paused = false;
        lines.forEach(this::gather);
    }

    /** Events, duplicates too, that no target has accepted yet. */
    public synchronized long undelivered() {
        return undelivered;
    }

    /** Events that no target accepted in all attempts. */
    public synchronized long abandoned() {
        return abandoned;
    }

    /** The last 100,000 deliveries that were tried, oldest first. */
    public List<WebhookDelivery> deliveries() {
        return deliveries.entries();
    }

    /** Forgets targets and all that waits; what is on its way still arrives. */
    synchronized void reset() {
        lines.clear();
        deliveries.clear();
        dice = new Random(0);
        duplicates = 0;
        disorder = false;
        paused = false;
        retryWait = Duration.ofMillis(200);
        undelivered = 0;
        abandoned = 0;
    }

    void close() {
        senders.shutdownNow();
    }

    /** @param sensitive whether the property's value is kept back */
    synchronized void tell(PortalEvent event, boolean sensitive) {
        for (Line line : lines) {
            if (line.target.hears(event)) {
                // a hundred ids for all events: they are no key
                Map<String, Object> view =
                        WebhookPayload.view(event, line.target, portalId, dice.nextInt(100), sensitive);
                add(line, view);
                if (dice.nextDouble() < duplicates) {
                    add(line, new LinkedHashMap<>(view));
                }
                gather(line);
            }
        }
    }

    private void add(Line line, Map<String, Object> view) {
        line.waiting.add(view);
        undelivered++;
    }

    private void gather(Line line) {
        if (!line.gathering && !paused && !line.waiting.isEmpty()) {
            line.gathering = true;
            later(() -> flush(line), GATHERING);
        }
    }

    private synchronized void flush(Line line) {
        line.gathering = false;
        if (paused) {
            return;
        }
        List<Map<String, Object>> events = new ArrayList<>(line.waiting);
        line.waiting.clear();
        if (disorder) {
            Collections.shuffle(events, dice);
        }
        for (int from = 0; from < events.size(); from += MOST_EVENTS) {
            List<Map<String, Object>> some =
                    List.copyOf(events.subList(from, Math.min(from + MOST_EVENTS, events.size())));
            later(() -> send(line, some, 0), Duration.ZERO);
        }
    }

    private void send(Line line, List<Map<String, Object>> events, int attempt) {
        events.forEach(event -> event.put("attemptNumber", attempt));
        byte[] body = JsonBodies.bytes(events);
        HttpRequest.Builder request = HttpRequest.newBuilder(line.target.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        line.signer.headers(body, clock.millis()).forEach(request::header);
        int status = 0;
        try {
            status = HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            // no answer is an answer too: it is sent again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        settle(line, events, new WebhookDelivery(clock.instant(), events.size(), attempt, status));
    }

    private synchronized void settle(Line line, List<Map<String, Object>> events, WebhookDelivery delivery) {
        if (!lines.contains(line)) {
            return;
        }
        deliveries.add(delivery);
        if (delivery.isAccepted()) {
            undelivered -= events.size();
        } else if (delivery.attempt() < MOST_RETRIES) {
            later(() -> send(line, events, delivery.attempt() + 1), retryWait);
        } else {
            undelivered -= events.size();
            abandoned += events.size();
        }
    }

    private void later(Runnable task, Duration wait) {
        try {
            senders.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closed meanwhile
        }
    }
}

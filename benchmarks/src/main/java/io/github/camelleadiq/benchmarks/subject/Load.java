/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.benchmarks.peer.Peer;
import io.github.camelleadiq.benchmarks.peer.Session;
import io.github.camelleadiq.model.SearchResult;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps so many lookups in flight, each followed by the next one, and measures a window in the middle. Every answer is
 * checked. The first wrong or missing one ends the measurement, for figures of failures mean nothing.
 */
public final class Load {

    /** People who take turns: few enough that the server's books stay small. */
    private static final int PEOPLE = 1_000;

    private final Session session;
    private final CountDownLatch idle;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final CompletableFuture<Void> firstAnswer = new CompletableFuture<>();
    private volatile boolean stopping;

    private Load(Session session, int inFlight) {
        this.session = session;
        this.idle = new CountDownLatch(inFlight);
    }

    /** @throws IllegalStateException when a lookup went wrong */
    public static Figures measure(Peer peer, URI url, int inFlight, Duration warmUp, Duration window) throws Exception {
        int threadsBefore = Gauge.liveThreads();
        try (Session session = peer.opener().open(url)) {
            Load load = new Load(session, inFlight);
            load.start(peer.blocking(), inFlight);
            CompletableFuture.anyOf(load.firstAnswer, load.failure)
                    .exceptionally(e -> null)
                    .get(1, TimeUnit.MINUTES);
            load.run(warmUp);
            Gauge.resetPeak();
            Gauge start = Gauge.read(load.finished.get());
            load.run(window);
            Figures figures = start.until(Gauge.read(load.finished.get()), threadsBefore);
            load.stop();
            return figures;
        }
    }

    private void start(boolean blocking, int inFlight) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < inFlight; i++) {
            if (blocking) {
                Thread thread = new Thread(this::loop, "caller-" + i);
                thread.setDaemon(true);
                threads.add(thread);
            } else {
                follow();
            }
        }
        threads.forEach(Thread::start);
    }

    /** One lookup after the other on this thread. */
    private void loop() {
        while (!stopping) {
            String email = email();
            session.lookup(email, (result, problem) -> settle(email, result, problem));
        }
        idle.countDown();
    }

    /** One lookup, and from its end the next. */
    private void follow() {
        if (stopping) {
            idle.countDown();
            return;
        }
        String email = email();
        session.lookup(email, (result, problem) -> {
            settle(email, result, problem);
            follow();
        });
    }

    private String email() {
        return "ada.sample" + next.getAndIncrement() % PEOPLE + "@example.com";
    }

    private void settle(String email, SearchResult result, Throwable problem) {
        if (problem != null) {
            fail(problem);
        } else if (!isRight(email, result)) {
            fail(new IllegalStateException("Not the person who was asked for"));
        } else {
            finished.incrementAndGet();
            firstAnswer.complete(null);
        }
    }

    private void fail(Throwable problem) {
        stopping = true;
        failure.completeExceptionally(problem);
    }

    private static boolean isRight(String email, SearchResult result) {
        return result != null
                && result.results().size() == 1
                && result.results().get(0).currentPositions().stream()
                        .flatMap(position -> position.emails().stream())
                        .anyMatch(found -> email.equals(found.value()));
    }

    private void run(Duration time) throws InterruptedException {
        try {
            failure.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // nothing went wrong meanwhile
        } catch (ExecutionException e) {
            throw new IllegalStateException("A lookup failed", e.getCause());
        }
    }

    private void stop() throws InterruptedException {
        stopping = true;
        if (!idle.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Lookups hang");
        }
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import io.github.camelleadiq.simulator.http.HeldAnswer;
import io.github.camelleadiq.simulator.http.HttpAnswer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes requests in: notes them, lets them go wrong if it is their turn, and has the others answered. Inside.
 *
 * @param <R> what is noted of a request
 * @param <K> the kinds that requests are counted by
 */
public final class RequestDesk<R, K extends Enum<K>> {
    private static final int REMEMBERED = 10_000;

    private final FaultRules<R> faults;
    private final Function<R, K> kind;
    private final Log<R> requests = new Log<>(REMEMBERED);
    private final Map<K, Long> counts = new HashMap<>();
    private volatile Duration latency;

    public RequestDesk(FaultRules<R> faults, Function<R, K> kind, Duration latency) {
        this.faults = faults;
        this.kind = kind;
        this.latency = latency;
    }

    /** @param good has the request take effect and answers it */
    public HeldAnswer serve(R request, Supplier<HttpAnswer> good) {
        note(request);
        Fault fault = faults.pick(request);
        HttpAnswer answer = fault == null || fault.processed() ? good.get() : HttpAnswer.bodiless(200);
        return fault == null
                ? new HeldAnswer(answer, latency)
                : new HeldAnswer(fault.change().apply(answer), latency.plus(fault.delay()));
    }

    /** The last 10,000. */
    public Log<R> requests() {
        return requests;
    }

    public synchronized long count(K which) {
        return counts.getOrDefault(which, 0L);
    }

    public void latency(Duration value) {
        latency = value;
    }

    public synchronized void clear() {
        requests.clear();
        counts.clear();
    }

    private synchronized void note(R request) {
        requests.add(request);
        counts.merge(kind.apply(request), 1L, Long::sum);
    }
}

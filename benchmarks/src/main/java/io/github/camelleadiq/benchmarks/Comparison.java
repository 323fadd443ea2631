/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.peer.Peer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The peers under each load, in rounds that take turns, so that whatever else the machine does hits all alike. */
final class Comparison {

    static final List<Cell> CELLS = Stream.of(0, 50)
            .flatMap(millis -> Stream.of(1, 16, 256).map(n -> new Cell(n, Duration.ofMillis(millis))))
            .toList();

    private final Map<Cell, Map<Peer, List<Figures>>> figures = new LinkedHashMap<>();

    private Comparison() {}

    static Comparison run(SimulatorJvm server, BenchmarkPlan plan) throws Exception {
        Comparison comparison = new Comparison();
        comparison.warmUp(server, plan);
        for (int round = 0; round < plan.rounds(); round++) {
            for (Cell cell : CELLS) {
                server.latency(cell.latency());
                for (Peer peer : Peer.ALL) {
                    Figures measured = Load.measure(peer, server.url(), cell.inFlight(), plan.warmUp(), plan.window());
                    comparison
                            .figures
                            .computeIfAbsent(cell, c -> new LinkedHashMap<>())
                            .computeIfAbsent(peer, p -> new ArrayList<>())
                            .add(measured);
                }
            }
        }
        server.latency(Duration.ZERO);
        return comparison;
    }

    /** So that the first round does not measure the compiler. */
    private void warmUp(SimulatorJvm server, BenchmarkPlan plan) throws Exception {
        for (int round = 0; round < 2; round++) {
            for (Peer peer : Peer.ALL) {
                Load.measure(peer, server.url(), 16, plan.window(), plan.window());
            }
        }
    }

    Spread spread(Cell cell, Peer peer, ToDoubleFunction<Figures> figure) {
        return Spread.of(
                figures.get(cell).get(peer).stream().map(figure::applyAsDouble).toList());
    }

    /** How much processor time one peer takes of another's, by the medians. */
    double cpuRatio(Cell cell, Peer one, Peer other) {
        return spread(cell, one, Figures::cpuMicros).median()
                / spread(cell, other, Figures::cpuMicros).median();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.subject.Figures;
import io.github.camelleadiq.benchmarks.subject.LookupMain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All contenders under all loads, in turns, so that what else the machine does hits all of them. */
final class Comparison {

    static final List<Cell> CELLS = Stream.of(0, 50)
            .flatMap(millis -> Stream.of(1, 16, 256).map(n -> new Cell(n, Duration.ofMillis(millis))))
            .toList();

    private static final Cell WARM_UP = new Cell(16, Duration.ZERO);

    private final Map<Cell, Map<String, List<Figures>>> figures = new LinkedHashMap<>();

    private Comparison() {}

    static Comparison run(SimulatorJvm server, BenchmarkPlan plan, List<Contender> contenders) {
        Map<Contender, ServerProcess> processes = new LinkedHashMap<>();
        try {
            contenders.forEach(contender -> processes.put(
                    contender,
                    new ServerProcess(
                            contender.build(),
                            "1g",
                            List.of(),
                            LookupMain.class,
                            contender.peer().name(),
                            server.url().toString())));
            Comparison comparison = new Comparison();
            comparison.warmUp(processes, plan);
            for (int round = 0; round < plan.rounds(); round++) {
                for (Cell cell : CELLS) {
                    server.latency(cell.latency());
                    processes.forEach((contender, process) -> comparison
                            .figures
                            .computeIfAbsent(cell, c -> new LinkedHashMap<>())
                            .computeIfAbsent(contender.name(), name -> new ArrayList<>())
                            .add(measure(process, cell, plan.warmUp(), plan.window())));
                }
            }
            server.latency(Duration.ZERO);
            return comparison;
        } finally {
            processes.values().forEach(ServerProcess::close);
        }
    }

    /** So that the first round does not measure the compiler. */
    private void warmUp(Map<Contender, ServerProcess> processes, BenchmarkPlan plan) {
        for (int round = 0; round < 2; round++) {
            processes.values().forEach(process -> measure(process, WARM_UP, plan.window(), plan.window()));
        }
    }

    private static Figures measure(ServerProcess process, Cell cell, Duration before, Duration window) {
        return Figures.of(
                process.ask("measure " + cell.inFlight() + " " + before.toMillis() + " " + window.toMillis()));
    }

    Spread spread(Cell cell, String contender, ToDoubleFunction<Figures> figure) {
        return Spread.of(figures.get(cell).get(contender).stream()
                .map(figure::applyAsDouble)
                .toList());
    }

    /** How much processor time one contender takes of another's, by the medians. */
    double cpuRatio(Cell cell, String one, String other) {
        return spread(cell, one, Figures::cpuMicros).median()
                / spread(cell, other, Figures::cpuMicros).median();
    }
}

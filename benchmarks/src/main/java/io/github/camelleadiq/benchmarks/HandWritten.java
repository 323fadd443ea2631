/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.OrgProcess.Edits;
import io.github.camelleadiq.benchmarks.subject.BackfillMain;
import io.github.camelleadiq.benchmarks.subject.HandWrittenMain;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;

/**
 * The same gaps filled by both builds, and by the route that a good author writes without them; then once more while a
 * person edits the same leads.
 *
 * @param runs  of each way, by its name, with servers that answer at once
 * @param slow  the same with servers that take {@link #LATENCY}
 * @param edits of a person while a way was under way, by its name
 */
record HandWritten(
        int leads, Map<String, List<GapRun>> runs, Map<String, List<GapRun>> slow, Map<String, Edits> edits) {

    static final String BY_HAND = "hand-written route";

    /** Of LeadIQ and of Salesforce; an assumption. */
    static final Duration LATENCY = Duration.ofMillis(100);

    /** So many of a tenth of the leads are edited. */
    private static final double EDITED = 0.84;

    /**
     * One way to fill the gaps.
     *
     * @param arguments of the main class, without those of the servers
     * @param asked     whether its speed is asked for, or only what it does to a person's edits
     */
    record Way(String name, Build build, Class<?> main, List<String> arguments, boolean asked) {}

    /**
     * What one run took, in a JVM of its own from its start on.
     *
     * @param took     from the start of the run, when the routes were ready, to its end
     * @param cpu      processor time of the JVM from its start
     * @param ready    of that, until the routes were ready
     * @param lookups  requests to LeadIQ
     * @param writes   requests to Salesforce that write
     * @param credits  by LeadIQ's meter
     */
    record GapRun(
            Duration took, Duration cpu, Duration ready, long lookups, long reads, long writes, BigDecimal credits) {}

    static HandWritten run(int leads, int rounds, List<Build> builds) throws IOException, InterruptedException {
        List<Way> ways = ways(builds);
        Map<String, List<GapRun>> runs = new LinkedHashMap<>();
        Map<String, List<GapRun>> slow = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Way way : ways) {
                if (way.asked()) {
                    runs.computeIfAbsent(way.name(), name -> new ArrayList<>())
                            .add(run(way, leads, Duration.ZERO, null, null));
                    slow.computeIfAbsent(way.name(), name -> new ArrayList<>())
                            .add(run(way, leads, LATENCY, null, null));
                }
            }
        }
        Map<String, Edits> edits = new LinkedHashMap<>();
        for (Way way : ways) {
            List<GapRun> before =
                    runs.get(way.build() == null ? BY_HAND : way.build().name());
            double millis = median(before, run -> run.took().toMillis());
            run(way, leads, Duration.ZERO, Duration.ofMillis((long) millis), edits);
        }
        return new HandWritten(leads, runs, slow, edits);
    }

    /** The builds, the route by hand, and the earlier build with all fields in the query, which only edits are asked of. */
    static List<Way> ways(List<Build> builds) {
        List<Way> ways = new ArrayList<>();
        builds.forEach(build -> ways.add(way(build, build.name(), List.of(), true)));
        ways.add(new Way(BY_HAND, null, HandWrittenMain.class, List.of(), true));
        builds.stream()
                .filter(build -> !build.windows())
                .forEach(build -> ways.add(way(build, withFields(build), List.of("fields=" + Leads.FIELDS), false)));
        return ways;
    }

    private static Way way(Build build, String name, List<String> parameters, boolean asked) {
        List<String> all = new ArrayList<>(parameters);
        if (build.windows()) {
            all.add("profile=salesforce/lead");
        }
        return new Way(name, build, BackfillMain.class, all, asked);
    }

    /** The way of a build that is told to read all fields with its query. */
    static String withFields(Build build) {
        return build.name() + ", `fields`";
    }

    /** @param spread over which a person edits, if one does; the edits then go into the map */
    static GapRun run(Way way, int leads, Duration latency, Duration spread, Map<String, Edits> edits)
            throws IOException, InterruptedException {
        Path directory = Directories.create("leadiq-gaps");
        try (OrgProcess org = new OrgProcess("1g", leads);
                SimulatorJvm leadIQ = new SimulatorJvm(0)) {
            org.latency(latency);
            leadIQ.latency(latency);
            List<String> arguments =
                    new ArrayList<>(List.of(org.url().toString(), leadIQ.url().toString()));
            if (way.build() != null) {
                arguments.addAll(List.of(directory.toString(), "0"));
            }
            arguments.addAll(way.arguments());
            Process process = ChildJvm.start(
                    way.build() == null ? Build.present() : way.build(),
                    "1g",
                    List.of(),
                    way.main(),
                    arguments.toArray(String[]::new));
            CompletableFuture<Void> person =
                    spread == null ? null : CompletableFuture.runAsync(() -> edit(org, leadIQ, leads, spread));
            String[] end;
            try (BufferedReader lines = ChildJvm.lines(process)) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IllegalStateException(way.name() + " failed");
                }
                end = line.split(" ");
                process.waitFor();
            } finally {
                process.destroyForcibly();
            }
            if (person != null) {
                person.join();
                edits.put(way.name(), org.edits());
            }
            if (!end[1].equals("DONE") || org.filled() != Leads.gaps(leads)) {
                throw new IllegalStateException(
                        way.name() + " is " + end[1] + " with " + org.filled() + " leads filled");
            }
            return new GapRun(
                    Duration.ofMillis(Long.parseLong(end[5])),
                    Duration.ofMillis(Long.parseLong(end[6])),
                    Duration.ofMillis(Long.parseLong(end[7])),
                    leadIQ.requests(),
                    org.reads(),
                    org.requests(RequestKind.WRITE),
                    leadIQ.credits());
        } finally {
            Directories.delete(directory);
        }
    }

    /** From the moment that LeadIQ is asked: what is written then was read before. */
    private static void edit(OrgProcess org, SimulatorJvm leadIQ, int leads, Duration spread) {
        while (leadIQ.requests() == 0) {
            Thread.onSpinWait();
        }
        int most = (int) (Leads.gaps(leads) * EDITED);
        org.edit(most, spread.dividedBy(most));
    }

    /** The median of a figure of one way. */
    static double median(List<GapRun> runs, ToDoubleFunction<GapRun> figure) {
        return Spread.of(runs.stream().map(figure::applyAsDouble).toList()).median();
    }

    /** Leads of the org a second. */
    double perSecond(List<GapRun> runs) {
        return leads * 1_000.0 / median(runs, run -> run.took().toMillis());
    }

    /** What the gaps cost at list price. */
    BigDecimal least() {
        return Leads.least(leads);
    }
}

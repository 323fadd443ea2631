/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.HandWritten.GapRun;
import io.github.camelleadiq.benchmarks.OrgProcess.Edits;
import io.github.camelleadiq.benchmarks.peer.Peer;
import io.github.camelleadiq.benchmarks.subject.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables, in Markdown. */
final class BenchmarkReport {

    private BenchmarkReport() {}

    /** What was measured against what was meant to be reached. */
    static String targets(List<Target> targets) {
        return "## Against the build of " + Build.BASELINE + " and against peers\n\n| what | " + Build.BASELINE
                + " | this build | peer | target | |\n|---|---|---|---|---|---|\n"
                + targets.stream()
                        .map(target -> "| " + target.what() + " | " + target.before() + " | " + target.now() + " | "
                                + target.peer() + " | " + target.target() + " | " + (target.met() ? "met" : "missed")
                                + " |\n")
                        .collect(Collectors.joining());
    }

    static String comparison(Comparison comparison, List<Contender> contenders) {
        return Comparison.CELLS.stream()
                .map(cell -> cell(comparison, cell, contenders))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(Comparison comparison, Cell cell, List<Contender> contenders) {
        return String.format(
                        "### %d in flight, the server takes %d ms%n%n"
                                + "| | CPU µs a lookup | lookups a second | KB allocated a lookup | threads |%n"
                                + "|---|---|---|---|---|%n",
                        cell.inFlight(), cell.latency().toMillis())
                + contenders.stream()
                        .map(contender -> String.format(
                                "| %s | %s | %s | %s | %s |%n",
                                contender.name(),
                                comparison.spread(cell, contender.name(), Figures::cpuMicros),
                                comparison.spread(cell, contender.name(), Figures::perSecond),
                                comparison.spread(cell, contender.name(), Figures::kilobytes),
                                comparison.spread(cell, contender.name(), Figures::threads)))
                        .collect(Collectors.joining());
    }

    static String ratios(Comparison comparison, Build baseline) {
        return "| in flight | server | of " + baseline.name()
                + " | of HttpClient 5 + Jackson | of camel-graphql, pool sized |\n|---|---|---|---|---|\n"
                + Comparison.CELLS.stream()
                        .map(cell -> String.format(
                                Locale.ROOT,
                                "| %d | %d ms | %.2f | %.2f | %.2f |%n",
                                cell.inFlight(),
                                cell.latency().toMillis(),
                                comparison.cpuRatio(cell, Peer.LEADIQ.name(), Contender.named(baseline)),
                                comparison.cpuRatio(cell, Peer.LEADIQ.name(), Peer.RAW.name()),
                                comparison.cpuRatio(cell, Peer.LEADIQ.name(), Peer.GRAPHQL_TUNED.name())))
                        .collect(Collectors.joining());
    }

    static String many(int inFlight, Figures figures) {
        return String.format(
                Locale.ROOT,
                "%,d lookups in flight through the route, 50 ms: %,.0f threads more than before (target 12 at most),"
                        + " %,.0f lookups a second, %,.0f µs CPU a lookup.%n",
                inFlight,
                figures.threads(),
                figures.perSecond(),
                figures.cpuMicros());
    }

    static String pace(List<Pace> paces) {
        return "| | batch size | lookups in the first minute | in the second | requests | refused by the server |\n"
                + "|---|---|---|---|---|---|\n"
                + paces.stream()
                        .map(pace -> String.format(
                                Locale.ROOT,
                                "| %s | %s | %,.0f | %,.0f | %d | %d |%n",
                                pace.build().name(),
                                pace.batchSize(),
                                pace.perMinute(0),
                                pace.perMinute(1),
                                pace.requests(),
                                pace.refused()))
                        .collect(Collectors.joining());
    }

    static String lists(List<ListRequests> all) {
        return "| | requests of each list | the least | lookups that failed |\n|---|---|---|---|\n"
                + all.stream()
                        .map(lists -> String.format(
                                Locale.ROOT,
                                "| %s | %s | %d | %d |%n",
                                lists.build().name(),
                                lists.requests().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                                lists.least(),
                                lists.failed()))
                        .collect(Collectors.joining());
    }

    static String changes(List<ChangeStream> streams) {
        return "| | changes | came within | all enriched after | lookups | requests to LeadIQ | refused | Salesforce writes"
                + " |\n|---|---|---|---|---|---|---|---|\n"
                + streams.stream()
                        .map(stream -> String.format(
                                Locale.ROOT,
                                "| %s | %,d | %d s | another %d s | %,d | %,d | %d | %,d |%n",
                                stream.build().name(),
                                stream.events(),
                                stream.lasted().toSeconds(),
                                stream.behind().toSeconds(),
                                stream.lookups(),
                                stream.requests(),
                                stream.refused(),
                                stream.writes()))
                        .collect(Collectors.joining());
    }

    static String traces(List<MethodTrace> traces) {
        return "| | | classes | calls |\n|---|---|---|---|\n"
                + traces.stream()
                        .map(trace -> String.format(
                                Locale.ROOT,
                                "| %s | %s | %d | %,d |%n",
                                trace.what(),
                                trace.build().name(),
                                trace.classes(),
                                trace.calls()))
                        .collect(Collectors.joining());
    }

    static String hand(HandWritten hand) {
        return ways(hand, hand.runs())
                + "\nWith servers that take " + HandWritten.LATENCY.toMillis() + " ms for each answer:\n\n"
                + ways(hand, hand.slow())
                + "\n| | a person's edits while the run was under way | overwritten |\n|---|---|---|\n"
                + hand.edits().entrySet().stream()
                        .map(entry -> edits(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
    }

    private static String ways(HandWritten hand, Map<String, List<GapRun>> ways) {
        return "| | records a second | CPU seconds of its JVM | of these until the routes were ready | LeadIQ requests"
                + " | Salesforce reads | writes | credits |\n|---|---|---|---|---|---|---|---|\n"
                + ways.entrySet().stream()
                        .map(way -> way(hand, way.getKey(), way.getValue()))
                        .collect(Collectors.joining());
    }

    private static String way(HandWritten hand, String name, List<GapRun> runs) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.1f | %,.0f | %,.0f | %,.0f | %,.1f |%n",
                name,
                hand.perSecond(runs),
                HandWritten.median(runs, run -> run.cpu().toMillis()) / 1_000,
                HandWritten.median(runs, run -> run.ready().toMillis()) / 1_000,
                HandWritten.median(runs, GapRun::lookups),
                HandWritten.median(runs, GapRun::reads),
                HandWritten.median(runs, GapRun::writes),
                HandWritten.median(runs, run -> run.credits().doubleValue()));
    }

    private static String edits(String way, Edits edits) {
        return String.format(Locale.ROOT, "| %s | %d | %d |%n", way, edits.made(), edits.overwritten());
    }

    static String credits(List<Credits> credits) {
        return "| asked for | records looked up | requests | Universal Credits |\n|---|---|---|---|\n"
                + credits.stream()
                        .map(one -> String.format(
                                Locale.ROOT,
                                "| %s | %,d | %,d | %s |%n",
                                one.what(),
                                one.lookups(),
                                one.requests(),
                                one.credits().toPlainString()))
                        .collect(Collectors.joining());
    }

    static String heap(Heap heap) {
        return tenths("people", heap.people(), heap.live())
                + String.format(
                        Locale.ROOT,
                        "%nWith -Xmx%s; at most %.1f MiB after any collection; %d s in all.%n",
                        Heap.LIMIT,
                        mebibytes(heap.most()),
                        heap.took().toSeconds());
    }

    static String backfill(Backfill backfill) {
        return "| records that lacked something, so far | MiB in use when all garbage is gone |\n|---|---|\n"
                + backfill.marks().stream()
                        .map(mark ->
                                String.format(Locale.ROOT, "| %,d | %.1f |%n", mark.leads(), mebibytes(mark.live())))
                        .collect(Collectors.joining())
                + String.format(
                        Locale.ROOT,
                        "%nWith -Xmx%s; at most %.1f MiB after any collection. Killed after %,d of the records that"
                                + " lacked something, and started again.%n%n| | |%n|---|---|%n",
                        Backfill.limit(backfill.build()),
                        mebibytes(backfill.most()),
                        backfill.killedAt())
                + row("time in all", "%d s", backfill.took().toSeconds())
                + row("records a second after the restart", "%,.0f", backfill.perSecond())
                + row("records that lacked something, and have it now", "%,d", backfill.gaps())
                + row("records written again after the kill", "%,d", backfill.again())
                + row("requests to Salesforce that read", "%,d", backfill.queries())
                + row("requests to Salesforce that write", "%,d", backfill.writes())
                + row("requests to LeadIQ", "%,d", backfill.lookups())
                + row("Universal Credits by LeadIQ's meter", "%,.1f", backfill.credits())
                + row("Universal Credits by the run's count", "%,.1f", backfill.counted())
                + row("file of the state", "%,.0f MiB", mebibytes(backfill.stateSize()));
    }

    private static String row(String what, String format, Object figure) {
        return "| " + what + " | " + String.format(Locale.ROOT, format, figure) + " |\n";
    }

    private static String tenths(String what, int all, List<Long> live) {
        return "| " + what + " so far | MiB in use when all garbage is gone |\n|---|---|\n"
                + IntStream.rangeClosed(1, live.size())
                        .mapToObj(tenth -> String.format(
                                Locale.ROOT,
                                "| %,d | %.1f |%n",
                                (long) all * tenth / live.size(),
                                mebibytes(live.get(tenth - 1))))
                        .collect(Collectors.joining());
    }

    static double mebibytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.peer.Peer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables, in Markdown. */
final class BenchmarkReport {

    private static final double OF_RAW = 1.2;
    private static final double OF_GRAPHQL = 0.7;

    private BenchmarkReport() {}

    static String comparison(Comparison comparison) {
        return Comparison.CELLS.stream().map(cell -> cell(comparison, cell)).collect(Collectors.joining("\n"));
    }

    private static String cell(Comparison comparison, Cell cell) {
        return String.format(
                        "### %d in flight, the server takes %d ms%n%n"
                                + "| | CPU µs a lookup | lookups a second | KB allocated a lookup | threads |%n"
                                + "|---|---|---|---|---|%n",
                        cell.inFlight(), cell.latency().toMillis())
                + Peer.ALL.stream()
                        .map(peer -> String.format(
                                "| %s | %s | %s | %s | %s |%n",
                                peer.name(),
                                comparison.spread(cell, peer, Figures::cpuMicros),
                                comparison.spread(cell, peer, Figures::perSecond),
                                comparison.spread(cell, peer, Figures::kilobytes),
                                comparison.spread(cell, peer, Figures::threads)))
                        .collect(Collectors.joining());
    }

    static String ratios(Comparison comparison) {
        return "| in flight | server | of HttpClient 5 + Jackson (target " + OF_RAW
                + " at most) | of camel-graphql, pool sized (target less than " + OF_GRAPHQL
                + ") |\n|---|---|---|---|\n"
                + Comparison.CELLS.stream()
                        .map(cell -> String.format(
                                Locale.ROOT,
                                "| %d | %d ms | %.2f | %.2f |%n",
                                cell.inFlight(),
                                cell.latency().toMillis(),
                                comparison.cpuRatio(cell, Peer.LEADIQ, Peer.RAW),
                                comparison.cpuRatio(cell, Peer.LEADIQ, Peer.GRAPHQL_TUNED)))
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
        return "| batch size | lookups a minute | lookups in the window | requests | refused by the server |\n"
                + "|---|---|---|---|---|\n"
                + paces.stream()
                        .map(pace -> String.format(
                                Locale.ROOT,
                                "| %s | %,.0f | %,d in %d s | %d | %d |%n",
                                pace.batchSize(),
                                pace.perMinute(),
                                pace.lookups(),
                                pace.window().toSeconds(),
                                pace.requests(),
                                pace.refused()))
                        .collect(Collectors.joining());
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
        return tenths("records", backfill.leads(), backfill.live())
                + String.format(
                        Locale.ROOT,
                        "%nWith -Xmx%s; at most %.1f MiB after any collection. Killed after %,d of the records that"
                                + " lacked something, and started again.%n%n| | |%n|---|---|%n",
                        Backfill.LIMIT,
                        mebibytes(backfill.most()),
                        backfill.killedAt())
                + row("time in all", "%d s", backfill.took().toSeconds())
                + row("records a second", "%,.0f", backfill.perSecond())
                + row("records that lacked something, and have it now", "%,d", backfill.gaps())
                + row("records written again after the kill", "%,d", backfill.again())
                + row("requests to Salesforce that read", "%,d", backfill.queries())
                + row("requests to Salesforce that write", "%,d", backfill.writes())
                + row("requests to LeadIQ", "%,d", backfill.lookups())
                + row("Universal Credits by LeadIQ's meter: the least possible", "%,.1f", backfill.credits())
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

    private static double mebibytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.HandWritten.GapRun;
import io.github.camelleadiq.benchmarks.OrgProcess.Edits;
import io.github.camelleadiq.benchmarks.peer.Peer;
import io.github.camelleadiq.benchmarks.subject.Figures;
import io.github.camelleadiq.benchmarks.subject.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The parts of the measured text, each with its heading and its targets. */
final class Sections {

    private static final int MANY = 1_000;
    private static final int GAP_LEADS = 5_000;
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final String NO_PEER = "";

    private Sections() {}

    static Measured lookups(BenchmarkPlan plan) throws Exception {
        Build baseline = Build.baseline();
        List<Contender> contenders = Contender.all(Build.present(), baseline);
        try (SimulatorJvm server = new SimulatorJvm(0)) {
            Comparison comparison = Comparison.run(server, plan, contenders);
            server.latency(LATENCY);
            Figures many = Load.measure(Peer.leadiq(MANY), server.url(), MANY, plan.window(), plan.window());
            String text = String.join(
                    "\n",
                    "## Cost of a lookup through a route\n",
                    BenchmarkReport.comparison(comparison, contenders),
                    "### CPU of `leadiq:searchPeople` as a part of\n",
                    BenchmarkReport.ratios(comparison, baseline),
                    BenchmarkReport.many(MANY, many));
            return new Measured(text, lookupTargets(comparison, Contender.named(baseline)));
        }
    }

    private static List<Target> lookupTargets(Comparison comparison, String baseline) {
        List<Target> targets = new ArrayList<>();
        for (Cell cell : Comparison.CELLS.subList(0, 3)) {
            String where = ", " + cell.inFlight() + " in flight, 0 ms";
            double ratio = comparison.cpuRatio(cell, Peer.LEADIQ.name(), baseline);
            targets.add(new Target(
                    "CPU µs a typed lookup" + where,
                    micros(comparison, cell, baseline),
                    micros(comparison, cell, Peer.LEADIQ.name()) + format(" (%.2fx)", ratio),
                    NO_PEER,
                    "at most 0.5x",
                    ratio <= 0.5));
            double raw = comparison.cpuRatio(cell, Peer.LEADIQ.name(), Peer.RAW.name());
            targets.add(new Target(
                    "the same against HttpClient + Jackson" + where,
                    format("%.2fx", comparison.cpuRatio(cell, baseline, Peer.RAW.name())),
                    format("%.2fx", raw),
                    micros(comparison, cell, Peer.RAW.name()),
                    "at most 1.3x",
                    raw <= 1.3));
            double graphql = comparison.cpuRatio(cell, Peer.LEADIQ.name(), Peer.GRAPHQL_TUNED.name());
            targets.add(new Target(
                    "the same against camel-graphql, pool sized, with parsing" + where,
                    format("%.2fx", comparison.cpuRatio(cell, baseline, Peer.GRAPHQL_TUNED.name())),
                    format("%.2fx", graphql),
                    micros(comparison, cell, Peer.GRAPHQL_TUNED.name()),
                    cell.inFlight() == 1 ? "none at 1" : "less than 0.7x",
                    cell.inFlight() == 1 || graphql < 0.7));
        }
        return targets;
    }

    private static String micros(Comparison comparison, Cell cell, String contender) {
        return format(
                "%,.0f", comparison.spread(cell, contender, Figures::cpuMicros).median());
    }

    static Measured pace(BenchmarkPlan plan) throws Exception {
        Build baseline = Build.baseline();
        List<Pace> paces = Pace.run(plan, Build.present(), baseline);
        Pace before = paces.stream()
                .filter(pace -> pace.build().equals(baseline))
                .findFirst()
                .orElseThrow();
        Pace now = paces.stream()
                .filter(pace -> pace.batchSize().equals(Pace.AUTO))
                .findFirst()
                .orElseThrow();
        return new Measured(
                "## Lookups a minute where the server allows " + Pace.PER_MINUTE + " requests\n\n"
                        + BenchmarkReport.pace(paces),
                List.of(new Target(
                        "lookups a minute under 60 requests a minute, `batchSize=auto`: first minute, second minute",
                        format("%,.0f, %,.0f (100 a request)", before.perMinute(0), before.perMinute(1)),
                        format("%,.0f, %,.0f", now.perMinute(0), now.perMinute(1)),
                        NO_PEER,
                        "at least 20,000",
                        now.perMinute(1) >= 20_000)));
    }

    static Measured lists(BenchmarkPlan plan) throws Exception {
        ListRequests before = ListRequests.run(Build.baseline(), plan.list(), plan.repeats());
        ListRequests now = ListRequests.run(Build.present(), plan.list(), plan.repeats());
        return new Measured(
                format("## Requests of a list of %,d with a JDBC ledger on a busy machine%n%n", plan.list())
                        + BenchmarkReport.lists(List.of(before, now)),
                List.of(new Target(
                        format("requests for a list of %,d on a JDBC ledger, busy machine", plan.list()),
                        before.requests() + ", " + before.failed() + " lookups failed",
                        now.requests() + ", " + now.failed() + " failed",
                        NO_PEER,
                        "exactly " + now.least(),
                        now.isLeast())));
    }

    static Measured credits(BenchmarkPlan plan) throws Exception {
        try (SimulatorJvm server = new SimulatorJvm(0)) {
            return Measured.of(format("## Credits for %,d half-filled records%n%n", plan.records())
                    + BenchmarkReport.credits(Credits.run(server, plan.records())));
        }
    }

    static Measured stream(BenchmarkPlan plan) throws Exception {
        return Measured.of(format("## Heap while %,d people stream by%n%n", plan.streamed())
                + BenchmarkReport.heap(Heap.run(plan.streamed())));
    }

    static Measured backfill(BenchmarkPlan plan) throws Exception {
        Backfill before = Backfill.run(Build.baseline(), plan.backfilled());
        Backfill now = Backfill.run(Build.present(), plan.backfilled());
        String text = format("## Heap while %,d Salesforce records are backfilled%n%n", plan.backfilled())
                + Stream.of(before, now)
                        .map(backfill -> "### " + backfill.build().name() + "\n\n" + BenchmarkReport.backfill(backfill))
                        .reduce((one, other) -> one + "\n" + other)
                        .orElseThrow();
        return new Measured(text, backfillTargets(before, now));
    }

    /** The targets are for a million records, a tenth of which lacks something. */
    private static List<Target> backfillTargets(Backfill before, Backfill now) {
        double part = now.leads() / 1e6;
        String of = format(" of a backfill of %,d records", now.leads());
        double faster = now.perSecond() / before.perSecond();
        double size = BenchmarkReport.mebibytes(now.stateSize());
        return List.of(
                atMost("LeadIQ requests" + of, before.lookups(), now.lookups(), 1_050 * part),
                atMost(
                        "minutes of it at 60 requests a minute, counted",
                        before.lookups() / 60.0,
                        now.lookups() / 60.0,
                        18 * part),
                atMost("Salesforce writes" + of, before.writes(), now.writes(), 520 * part),
                atMost("Salesforce reads" + of, before.queries(), now.queries(), 700 * part),
                new Target(
                        "records a second, without LeadIQ's limit",
                        format("%,.0f", before.perSecond()),
                        format("%,.0f (%.1fx)", now.perSecond(), faster),
                        NO_PEER,
                        "at least 5x",
                        faster >= 5),
                new Target(
                        "most heap in use after a collection",
                        format(
                                "%.0f MiB under -Xmx%s",
                                BenchmarkReport.mebibytes(before.most()), Backfill.limit(before.build())),
                        format(
                                "%.0f MiB under -Xmx%s",
                                BenchmarkReport.mebibytes(now.most()), Backfill.limit(now.build())),
                        NO_PEER,
                        "under -Xmx128m",
                        true),
                new Target(
                        "file of the state",
                        format("%.0f MiB", BenchmarkReport.mebibytes(before.stateSize())),
                        format("%.0f MiB", size),
                        NO_PEER,
                        format("at most %.0f MiB", Math.max(1, 150 * part)),
                        size <= 150 * part));
    }

    private static Target atMost(String what, double before, double now, double most) {
        return new Target(
                what,
                format("%,.1f", before),
                format("%,.1f", now),
                NO_PEER,
                format("at most %,.1f", most),
                now <= most);
    }

    static Measured hand(BenchmarkPlan plan) throws Exception {
        Build present = Build.present();
        Build baseline = Build.baseline();
        HandWritten hand = HandWritten.run(GAP_LEADS, plan.repeats(), List.of(present, baseline));
        return new Measured(
                format("## %,d leads, of which %,d lack something%n%n", GAP_LEADS, Leads.gaps(GAP_LEADS))
                        + BenchmarkReport.hand(hand),
                handTargets(hand, present, baseline));
    }

    private static List<Target> handTargets(HandWritten hand, Build present, Build baseline) {
        String now = present.name();
        String before = baseline.name();
        String by = HandWritten.BY_HAND;
        double faster = hand.perSecond(hand.runs().get(now))
                / hand.perSecond(hand.runs().get(by));
        double slow = hand.perSecond(hand.slow().get(now))
                / hand.perSecond(hand.slow().get(by));
        double cpu = seconds(hand, now) / seconds(hand, by);
        double credits = credits(hand, now);
        Edits edits = hand.edits().get(now);
        return List.of(
                new Target(
                        "records a second of 5,000 with 500 gaps",
                        format("%,.0f", hand.perSecond(hand.runs().get(before))),
                        format("%,.0f (%.2fx)", hand.perSecond(hand.runs().get(now)), faster),
                        format("%,.0f by hand", hand.perSecond(hand.runs().get(by))),
                        "at least 10x by hand",
                        faster >= 10),
                new Target(
                        format("the same with servers that take %d ms", HandWritten.LATENCY.toMillis()),
                        format("%,.0f", hand.perSecond(hand.slow().get(before))),
                        format("%,.0f (%.2fx)", hand.perSecond(hand.slow().get(now)), slow),
                        format("%,.0f by hand", hand.perSecond(hand.slow().get(by))),
                        "at least 10x by hand",
                        slow >= 10),
                new Target(
                        "CPU seconds of its JVM",
                        format("%.1f", seconds(hand, before)),
                        format("%.1f (%.2fx)", seconds(hand, now), cpu),
                        format("%.1f by hand", seconds(hand, by)),
                        "at most 0.5x by hand",
                        cpu <= 0.5),
                handCount("LeadIQ requests of it", hand, now, before, GapRun::lookups, 6),
                handCount("Salesforce writes of it", hand, now, before, GapRun::writes, 3),
                new Target(
                        "credits of it",
                        format("%,.1f", credits(hand, before)),
                        format("%,.1f", credits),
                        format("%,.1f by hand", credits(hand, by)),
                        "the least: " + hand.least(),
                        credits == hand.least().doubleValue()),
                new Target(
                        "a person's edits under way, overwritten",
                        overwritten(hand, before) + "; with `fields` "
                                + overwritten(hand, HandWritten.withFields(baseline)),
                        overwritten(hand, now),
                        overwritten(hand, by) + " by hand",
                        "0 but for the write itself",
                        edits.overwritten() == 0));
    }

    private static double seconds(HandWritten hand, String way) {
        return HandWritten.median(hand.runs().get(way), run -> run.cpu().toMillis()) / 1_000;
    }

    private static double credits(HandWritten hand, String way) {
        return HandWritten.median(hand.runs().get(way), run -> run.credits().doubleValue());
    }

    private static Target handCount(
            String what, HandWritten hand, String now, String before, ToDoubleFunction<GapRun> figure, int most) {
        double count = HandWritten.median(hand.runs().get(now), figure);
        return new Target(
                what,
                format("%,.0f", HandWritten.median(hand.runs().get(before), figure)),
                format("%,.0f", count),
                format("%,.0f by hand", HandWritten.median(hand.runs().get(HandWritten.BY_HAND), figure)),
                "at most " + most,
                count <= most);
    }

    private static String overwritten(HandWritten hand, String way) {
        Edits edits = hand.edits().get(way);
        return edits.overwritten() + " of " + edits.made();
    }

    static Measured changes(BenchmarkPlan plan) throws Exception {
        List<ChangeStream> streams = ChangeStream.run(plan.changes(), Build.baseline(), Build.present());
        ChangeStream before = streams.get(0);
        ChangeStream now = streams.get(1);
        return new Measured(
                format("## %,d changes at 1,000 a minute, 60 requests a minute%n%n", plan.changes())
                        + BenchmarkReport.changes(streams),
                List.of(new Target(
                        format("LeadIQ requests for %,d changes at 1,000 a minute", plan.changes()),
                        format("%,d", before.requests()),
                        format("%,d", now.requests()),
                        NO_PEER,
                        format("at most %,d: 1.1 x lookups / 100, and one each 5 s", now.target()),
                        now.requests() <= now.target())));
    }

    static Measured trace(BenchmarkPlan plan) throws Exception {
        List<MethodTrace> before = MethodTrace.run(Build.baseline());
        List<MethodTrace> now = MethodTrace.run(Build.present());
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            targets.add(new Target(
                    "own classes that " + now.get(i).what() + " enters (calls)",
                    format("%d (%,d)", before.get(i).classes(), before.get(i).calls()),
                    format("%d (%,d)", now.get(i).classes(), now.get(i).calls()),
                    NO_PEER,
                    "fewer",
                    now.get(i).classes() < before.get(i).classes()));
        }
        return new Measured(
                "## Own classes and methods that are entered\n\n"
                        + BenchmarkReport.traces(
                                Stream.concat(before.stream(), now.stream()).toList()),
                targets);
    }

    private static String format(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}

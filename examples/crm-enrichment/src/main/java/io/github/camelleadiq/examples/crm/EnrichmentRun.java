/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.routes.pipeline.EnrichmentReport;
import io.github.camelleadiq.routes.pipeline.EnrichmentSummary;
import io.github.camelleadiq.routes.pipeline.Mode;
import io.github.camelleadiq.routes.report.Coverage;
import io.github.camelleadiq.routes.report.HtmlReport;
import io.github.camelleadiq.routes.report.JoinedReports;
import io.github.camelleadiq.routes.report.ReportDetails;
import io.github.camelleadiq.routes.state.DeadLetter;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One run of the program: changes as they happen, then what was there before. */
final class EnrichmentRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SAMPLES_OF_CHANGES = 24;
    private static final int SAMPLES_OF_BACKFILL = 12;
    private static final int PLANS = 8;
    private static final int PAGE = 1_000;
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final long QUIET_MILLIS = 1_000;

    private final CrmOptions options;
    private final Systems systems;
    private final Path stateFile;
    private final PrintStream out;
    private final Mode mode;
    private final String session;
    private final Calls calls = new Calls();
    private final Observer observer = new Observer(EnrichmentApplication.CLIENT_ID, this::progress);
    private final List<String> runs = new ArrayList<>();

    /** Known as long as the service runs. */
    private EnrichmentState state;

    EnrichmentRun(CrmOptions options, Systems systems, Path stateFile, PrintStream out) {
        this.options = options;
        this.systems = systems;
        this.stateFile = stateFile;
        this.out = out;
        mode = systems.areSimulated() || options.live() ? Mode.LIVE : Mode.DRY_RUN;
        session = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
    }

    /** @return whether everything was done */
    boolean run() throws Exception {
        long start = System.nanoTime();
        String stream = "changes-" + session;
        try (EnrichmentApplication enrichment =
                new EnrichmentApplication(options, systems, stateFile, mode, stream, calls, observer)) {
            state = enrichment.state();
            runs.add(stream);
            boolean complete = changes(enrichment);
            if (systems.areSimulated() || !options.listen().isZero()) {
                enrichment.stopListening();
            }
            complete &= backfills(enrichment);
            if (systems.areSimulated()) {
                again(enrichment);
            }
            finish(enrichment, Duration.ofNanos(System.nanoTime() - start));
            return complete;
        }
    }

    private boolean changes(EnrichmentApplication enrichment) throws Exception {
        if (systems.areSimulated()) {
            SalesPerson person = new SalesPerson(systems.simulated());
            List<String> touched = new ArrayList<>(person.createsLeads());
            int created = touched.size();
            touched.addAll(person.editsRecords());
            out.printf(
                    "1. A sales person creates %d leads, edits %d records and rates %d: change events over CometD%n",
                    created, touched.size() - created, person.leavesNotes());
            boolean done = await(enrichment, touched);
            return replay(enrichment, touched) && done;
        }
        if (options.listen().isZero()) {
            return true;
        }
        out.printf("1. Listening for changes for %d s%n", options.listen().toSeconds());
        Thread.sleep(options.listen().toMillis());
        return await(enrichment, List.of());
    }

    /** The org's rule is repaired, and what it refused goes through. */
    private boolean replay(EnrichmentApplication enrichment, List<String> touched) throws InterruptedException {
        systems.simulated().salesforce().rules().clear();
        int replayed = state.deadLetters()
                .replay(state.deadLetters().list(0, PAGE).stream()
                        .map(DeadLetter::id)
                        .toList());
        if (replayed > 0) {
            out.printf("   The validation rule is mended: %d dead letters are replayed%n", replayed);
        }
        boolean done = await(enrichment, touched);
        awaitOwnChanges();
        return done;
    }

    /** What we wrote comes back as changes, which must not start anything. */
    private void awaitOwnChanges() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos() / 6;
        long before = -1;
        while (observer.ownChanges() != before && System.nanoTime() < end) {
            before = observer.ownChanges();
            Thread.sleep(QUIET_MILLIS);
        }
        out.printf("   %d change events of our own writes came back and were let go of%n", observer.ownChanges());
    }

    private boolean backfills(EnrichmentApplication enrichment) throws Exception {
        out.println("2. Backfill of what was there before");
        if (systems.areSimulated()) {
            systems.simulated().lockSomeRecords();
        }
        boolean complete = true;
        for (String object : options.objects()) {
            String id = runId(object);
            runs.add(id);
            Run run = enrichment.backfill(object, id);
            complete &= run.state() == RunState.DONE;
            out.printf(
                    "   %-8s %s: %d records read, %d looked up, %d written, %s credits%n",
                    object,
                    run.state(),
                    run.counts().read(),
                    run.counts().lookedUp(),
                    run.counts().written(),
                    ConsoleReport.credits(run.credits()));
        }
        return await(enrichment, List.of()) && complete;
    }

    /** A run that was interrupted goes on; otherwise a new one begins. */
    private String runId(String object) {
        String prefix = "backfill-" + mode.optionName() + "-" + object + "-";
        String where = options.where().isEmpty() ? null : options.where();
        return state.runs().list().stream()
                .filter(run -> run.id().startsWith(prefix) && run.state() != RunState.DONE)
                .filter(run -> Objects.equals(run.whereClause(), where))
                .map(Run::id)
                .findFirst()
                .orElse(prefix + session);
    }

    /** The same once more: everybody is known by now. */
    private void again(EnrichmentApplication enrichment) throws Exception {
        long lookedUp = 0;
        var credits = calls.credits();
        for (String object : options.objects()) {
            String run = "again-" + object + "-" + session;
            enrichment.backfill(object, run);
            // of this run alone: what came of the last changes may be told only now
            lookedUp += state.runs().find(run).orElseThrow().counts().lookedUp();
        }
        out.printf(
                "3. The same backfill again: %d looked up, %s credits%n",
                lookedUp, ConsoleReport.credits(calls.credits().subtract(credits)));
    }

    private boolean await(EnrichmentApplication enrichment, List<String> recordIds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!enrichment.isDone(recordIds)) {
            if (System.nanoTime() > end) {
                out.println("   Some changes still wait; the next run goes on with them");
                return false;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return true;
    }

    private void progress(EnrichmentSummary summary) {
        if (summary.counts().lookedUp() + summary.counts().written() + summary.postponed() > 0) {
            out.printf(
                    "   %4d read, %4d looked up, %4d written, %d put off, %s credits%n",
                    summary.counts().read(),
                    summary.counts().lookedUp(),
                    summary.counts().written(),
                    summary.postponed(),
                    ConsoleReport.credits(summary.credits()));
        }
    }

    private void finish(EnrichmentApplication enrichment, Duration took) throws IOException {
        Map<String, Long> counted = calls.counts();
        List<EnrichmentReport> reports = new ArrayList<>();
        for (String run : runs) {
            int samples = run.startsWith("changes-") ? SAMPLES_OF_CHANGES : SAMPLES_OF_BACKFILL;
            reports.add(EnrichmentReport.of(state.log(), run, samples));
        }
        EnrichmentReport report = JoinedReports.of(session, reports);
        List<Coverage> coverage =
                FieldCounts.of(enrichment, options.objects(), mode.writes() ? report.filled() : Map.of());
        ConsoleReport console = new ConsoleReport(out);
        console.coverage(coverage);
        console.refused(report, observer.putOff());
        console.figures(report, calls.credits(), counted, systems.simulated());
        if (!mode.writes()) {
            console.dryRun(observer.plans(PLANS), observer.estimate());
        }
        ReportDetails details = ReportDetails.NONE
                .withTitle(
                        systems.areSimulated()
                                ? "Salesforce enriched from LeadIQ (simulated)"
                                : "Salesforce enriched from LeadIQ")
                .withRun(mode.optionName(), took)
                .withCalls(counted)
                .withCreditsByDataPoint(calls.creditsByDataPoint())
                .withCoverage(coverage)
                .withPutOff(observer.putOff())
                .withNotes(notes())
                .withValues(systems.areSimulated() || options.showValues());
        try (Writer file = Files.newBufferedWriter(options.report())) {
            HtmlReport.write(report, details, file);
        }
        out.printf("%nreport    %s%n", options.report());
        out.printf("took      %.1f s%n", took.toMillis() / 1_000d);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (systems.areSimulated()) {
            notes.add("All people and companies are invented. LeadIQ's simulator charged "
                    + ConsoleReport.credits(systems.simulated().meter()) + " credits by its own meter.");
        }
        if (!mode.writes()) {
            notes.add("A dry run: nothing was spent and nothing written. Estimate, if LeadIQ finds everybody: "
                    + ConsoleReport.credits(observer.estimate()) + " credits.");
        }
        return notes;
    }
}

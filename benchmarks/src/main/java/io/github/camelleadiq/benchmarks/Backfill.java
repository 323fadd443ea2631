/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.subject.BackfillMain;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a JVM with a small heap needs to backfill many leads, when it is killed half way and started again.
 *
 * @param build     whose it was
 * @param leads     in the org
 * @param marks     what was in use after each tenth of those that lack something
 * @param killedAt  leads with gaps that were done when the process was killed, by its last word
 * @param took      from the first start of the JVM to its end, in all
 * @param perSecond leads for which the run had the time of one second after the restart
 * @param gaps      leads that lacked something, all of which have it now
 * @param again     writes of records that were written before
 * @param queries   requests to Salesforce that read
 * @param writes    requests to Salesforce that write
 * @param lookups   requests to LeadIQ
 * @param credits   Universal Credits charged by the server's meter, which are the least for which it can be had
 * @param counted   Universal Credits by the run's own count
 * @param stateSize bytes of the state's file in the end
 */
record Backfill(
        Build build,
        int leads,
        List<Mark> marks,
        long killedAt,
        Duration took,
        double perSecond,
        int gaps,
        long again,
        long queries,
        long writes,
        long lookups,
        BigDecimal credits,
        BigDecimal counted,
        long stateSize) {

    static final String LIMIT = "128m";

    /** Some 2.5 KB a lead. */
    private static final String HEAP_OF_ORG = "6g";

    private static final int MARKS = 10;
    private static final int WINDOW = 5_000;
    private static final int PAGE = 2_000;
    private static final int CHUNK = 200;

    /** Fills the gaps of so many {@link Leads}, and fails unless everything is as it has to be in the end. */
    static Backfill run(Build build, int leads) throws IOException, InterruptedException {
        Path directory = Directories.create("leadiq-backfill");
        try (OrgProcess org = new OrgProcess(HEAP_OF_ORG, leads);
                SimulatorJvm leadIQ = new SimulatorJvm(0)) {
            long every = Math.max(1, Leads.gaps(leads) / MARKS);
            List<String> arguments = new ArrayList<>(List.of(
                    org.url().toString(), leadIQ.url().toString(), directory.toString(), String.valueOf(every)));
            if (build.windows()) {
                // the default, and what a template takes at least: a tenth is a window or more
                arguments.addAll(
                        List.of("profile=salesforce/lead", "window=" + Math.max(CHUNK, Math.min(WINDOW, every))));
            }
            List<Mark> marks = new ArrayList<>();
            long start = System.nanoTime();
            untilHalf(build, arguments, marks, Leads.gaps(leads) / 2, leadIQ);
            long killedAt = marks.get(marks.size() - 1).leads();
            String[] end = toTheEnd(build, arguments, marks);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Backfill backfill = new Backfill(
                    build,
                    leads,
                    List.copyOf(marks),
                    killedAt,
                    took,
                    Long.parseLong(end[4]) * Leads.EVERY * 1_000.0 / Long.parseLong(end[5]),
                    Math.toIntExact(org.filled()),
                    org.writes() - Leads.gaps(leads),
                    org.reads(),
                    org.requests(RequestKind.WRITE),
                    leadIQ.requests(),
                    leadIQ.credits(),
                    new BigDecimal(end[3]),
                    Directories.size(directory));
            backfill.check(end[1], Long.parseLong(end[2]));
            return backfill;
        } finally {
            Directories.delete(directory);
        }
    }

    /**
     * What the process said.
     *
     * @param leads with gaps that were done
     * @param live  bytes in use when all garbage was gone
     * @param most  the most bytes in use after any collection so far
     */
    record Mark(long leads, long live, long most) {
        static Mark of(String line) {
            String[] words = line.split(" ");
            return new Mark(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
        }
    }

    /** Kills the process in the midst of its work. */
    private static void untilHalf(Build build, List<String> arguments, List<Mark> marks, long half, SimulatorJvm leadIQ)
            throws IOException, InterruptedException {
        Process process = start(build, arguments);
        try (BufferedReader lines = ChildJvm.lines(process)) {
            while (marks.isEmpty() || marks.get(marks.size() - 1).leads() < half) {
                String line = next(lines);
                require(!line.startsWith(BackfillMain.END), "it ended before it could be killed");
                marks.add(Mark.of(line));
            }
            // it is paid for and not written then
            long before = leadIQ.requests();
            while (process.isAlive() && leadIQ.requests() == before) {
                Thread.onSpinWait();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String[] toTheEnd(Build build, List<String> arguments, List<Mark> marks)
            throws IOException, InterruptedException {
        Process process = start(build, arguments);
        try (BufferedReader lines = ChildJvm.lines(process)) {
            String line = next(lines);
            while (!line.startsWith(BackfillMain.END)) {
                marks.add(Mark.of(line));
                line = next(lines);
            }
            process.waitFor();
            return line.split(" ");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Build build, List<String> arguments) {
        return ChildJvm.start(build, limit(build), List.of(), BackfillMain.class, arguments.toArray(String[]::new));
    }

    /** The earlier build had its own target. */
    static String limit(Build build) {
        return build.windows() ? LIMIT : "256m";
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IllegalStateException("The backfill failed");
        }
        return line;
    }

    /** The most bytes in use after any collection. */
    long most() {
        return marks.stream().mapToLong(Mark::most).max().orElseThrow();
    }

    private void check(String state, long read) {
        require(state.equals("DONE"), "the run is " + state);
        if (build.windows()) {
            // those that were settled right before the kill lack nothing any more
            require(read <= gaps && read >= gaps - WINDOW, read + " leads are counted");
        } else {
            require(read >= leads && read <= leads + PAGE, read + " leads are counted");
        }
        require(gaps == Leads.gaps(leads), gaps + " leads are filled");
        require(again >= 0 && again <= CHUNK, again + " records were written again");
        require(credits.compareTo(Leads.least(leads)) == 0 || !build.windows(), credits + " credits were charged");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("The backfill went wrong: " + otherwise);
        }
    }
}

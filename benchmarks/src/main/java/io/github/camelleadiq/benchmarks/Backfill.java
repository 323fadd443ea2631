/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM with a small heap needs to backfill many leads, when it is killed half way and started again.
 *
 * @param leads     in the org
 * @param live      bytes in use after each tenth of those that lack something, when all garbage is gone
 * @param most      the most bytes in use after any collection
 * @param killedAt  leads with gaps that were done when the process was killed, by its last word
 * @param took      from the first start of the JVM to its end, in all
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
        int leads,
        List<Long> live,
        long most,
        long killedAt,
        Duration took,
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

    private static final int HALF = 5;
    private static final int WINDOW = 5_000;
    private static final int CHUNK = 200;

    /** Fills the gaps of so many {@link Leads}, and fails unless everything is as it has to be in the end. */
    static Backfill run(int leads) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("leadiq-backfill");
        try (OrgProcess org = new OrgProcess(HEAP_OF_ORG, leads);
                SimulatorJvm leadIQ = new SimulatorJvm(0)) {
            List<String> arguments =
                    List.of(org.url().toString(), leadIQ.url().toString(), directory.toString(), String.valueOf(leads));
            List<Mark> marks = new ArrayList<>();
            long start = System.nanoTime();
            untilHalf(arguments, marks, leadIQ);
            long killedAt = marks.get(marks.size() - 1).leads();
            String[] end = toTheEnd(arguments, marks);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Backfill backfill = new Backfill(
                    leads,
                    marks.stream().map(Mark::live).toList(),
                    marks.stream().mapToLong(Mark::most).max().orElseThrow(),
                    killedAt,
                    took,
                    Math.toIntExact(org.filled()),
                    org.writes() - Leads.gaps(leads),
                    org.requests(RequestKind.QUERY) + org.requests(RequestKind.QUERY_MORE),
                    org.requests(RequestKind.WRITE),
                    leadIQ.requests(),
                    leadIQ.credits(),
                    new BigDecimal(end[3]),
                    size(directory));
            backfill.check(end[1], Long.parseLong(end[2]));
            return backfill;
        } finally {
            delete(directory);
        }
    }

    /** What the process said when so many leads with gaps were done. */
    private record Mark(long leads, long live, long most) {
        static Mark of(String line) {
            String[] words = line.split(" ");
            return new Mark(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
        }
    }

    /** Kills the process in the midst of its work. */
    private static void untilHalf(List<String> arguments, List<Mark> marks, SimulatorJvm leadIQ)
            throws IOException, InterruptedException {
        Process process = start(arguments);
        try (BufferedReader lines = lines(process)) {
            while (marks.size() < HALF) {
                marks.add(Mark.of(next(lines)));
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

    private static String[] toTheEnd(List<String> arguments, List<Mark> marks)
            throws IOException, InterruptedException {
        Process process = start(arguments);
        try (BufferedReader lines = lines(process)) {
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

    private static Process start(List<String> arguments) {
        return ChildJvm.start(LIMIT, BackfillMain.class, arguments.toArray(String[]::new));
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IllegalStateException("The backfill failed in " + LIMIT);
        }
        return line;
    }

    double perSecond() {
        return leads * 1_000.0 / took.toMillis();
    }

    private void check(String state, long read) {
        require(state.equals("DONE"), "the run is " + state);
        // those that were settled right before the kill lack nothing any more
        require(read <= gaps && read >= gaps - WINDOW, read + " leads are counted");
        require(gaps == Leads.gaps(leads), gaps + " leads are filled");
        require(again >= 0 && again <= CHUNK, again + " records were written again");
        require(credits.compareTo(Leads.least(leads)) == 0, credits + " credits were charged");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("The backfill went wrong: " + otherwise);
        }
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Backfill::deleteFile);
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

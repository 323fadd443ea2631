/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@link Worker} that can be killed as by {@code kill -9}, and what it said last. */
final class WorkerProcess implements AutoCloseable {

    private static final Pattern DONE = Pattern.compile("DONE=(\\d+)");
    private static final Pattern OTHERS = Pattern.compile("(?:PENDING|LEASED)=(\\d+)");
    private static final Pattern DEAD = Pattern.compile("dead (\\d+)");

    private final ProcessBuilder builder;
    private final PrintStream log;
    private Process process;
    private volatile String last = "";

    WorkerProcess(URI salesforce, URI leadIQ, Path state) throws IOException {
        builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        salesforce.toString(),
                        leadIQ.toString(),
                        state.toString())
                .redirectErrorStream(true);
        // for whoever looks for what went wrong
        log = new PrintStream(
                Path.of("target", "roundtrip-" + state.getFileName() + ".log").toFile(), StandardCharsets.UTF_8);
        start();
    }

    void start() throws IOException {
        last = "";
        process = builder.start();
        Process mine = process;
        Thread reader = new Thread(() -> read(mine), "worker-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Process mine) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(mine.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.startsWith("inbox ")) {
                    log.println(line);
                } else if (mine == process) {
                    last = line;
                }
            }
        } catch (IOException e) {
            if (mine == process && mine.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether so many events at least are done and nothing waits. */
    boolean isSettled(int events) {
        if (!process.isAlive()) {
            throw new IllegalStateException("the worker has ended by itself");
        }
        return sum(DONE, last) >= events && sum(OTHERS, last) == 0;
    }

    int deadLetters() {
        return sum(DEAD, last);
    }

    private static int sum(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int sum = 0;
        while (matcher.find()) {
            sum += Integer.parseInt(matcher.group(1));
        }
        return sum;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, told what to do line by line; each line is answered by one. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

    /**
     * @param heap what it may use at most, as {@code -Xmx} takes it
     * @param main what it runs: something that {@linkplain io.github.camelleadiq.benchmarks.subject.CommandLoop serves}
     */
    ServerProcess(String heap, Class<?> main, String... arguments) {
        this(Build.present(), heap, List.of(), main, arguments);
    }

    /** @param options of the JVM, besides */
    ServerProcess(Build build, String heap, List<String> options, Class<?> main, String... arguments) {
        process = ChildJvm.start(build, heap, options, main, arguments);
        commands = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        answers = ChildJvm.lines(process);
    }

    /** What it answers to the command. */
    synchronized String ask(String command) {
        commands.println(command);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("The process has ended instead of answering to " + command);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

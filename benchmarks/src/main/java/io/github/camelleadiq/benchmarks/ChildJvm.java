/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Starts a JVM of its own with the classes of a build; what it prints to its standard error is seen. */
final class ChildJvm {

    private ChildJvm() {}

    /**
     * Starts a JVM with the classes of the present build.
     *
     * @param heap what it may use at most, as {@code -Xmx} takes it
     */
    static Process start(String heap, Class<?> main, String... arguments) {
        return start(Build.present(), heap, List.of(), main, arguments);
    }

    /** @param options of the JVM, besides */
    static Process start(Build build, String heap, List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        // what the JVM itself has to say would stand among the answers
        Collections.addAll(command, "-Xlog:disable", "-Xlog:all=warning:stderr");
        command.addAll(options);
        Collections.addAll(command, "-cp", build.classPath(), main.getName());
        command.addAll(Arrays.asList(arguments));
        try {
            return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it prints to its standard output. */
    static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}

/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A child process that is told what to do line by line; each line is answered by one. */
public final class CommandLoop {

    /** Does what a command says, and gives its answer, which has one line. */
    @FunctionalInterface
    public interface Command {
        Object run(String rest) throws Exception;
    }

    private CommandLoop() {}

    /** Finds commands by their first word and gives them the rest of the line, until the parent sends no more. */
    public static void serve(Map<String, Command> commands) throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer(commands, line.split(" ", 2));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The parent cannot be heard", e);
        }
    }

    private static void answer(Map<String, Command> commands, String[] words) throws Exception {
        System.out.println(commands.get(words[0]).run(words.length > 1 ? words[1] : ""));
    }
}

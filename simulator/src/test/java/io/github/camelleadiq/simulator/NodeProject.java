/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program in Node.js that drives a simulator by a client that is not ours. It needs Node.js, npm and a registry. Without
 * them its test is skipped, but not where {@code CI} is {@code true}.
 */
public final class NodeProject {
    private static final Duration MOST = Duration.ofMinutes(2);

    private final String name;
    private final Path source;
    private final Path work;

    /** @param name of its directory below {@code src/test/node} and {@code target} */
    public NodeProject(String name) {
        this.name = name;
        source = Path.of("src", "test", "node", name);
        work = Path.of("target", name);
    }

    /** Runs {@code drive.mjs}, which must end well and say so in its last line. */
    public void drive(Map<String, String> environment) throws IOException, InterruptedException {
        install();
        Outcome outcome = run(MOST, environment, "node", "drive.mjs");
        assertThat(outcome.output()).endsWith("done\n");
        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    /** What the lock file says, below {@code target}; a second run finds it there. */
    private void install() throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path lock = work.resolve("package-lock.json");
        Path installed = work.resolve("installed-lock.json");
        for (String file : List.of("package.json", "package-lock.json", "drive.mjs")) {
            Files.copy(source.resolve(file), work.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
            return;
        }
        Outcome npm;
        try {
            run(Duration.ofSeconds(30), Map.of(), "node", "--version");
            npm = run(Duration.ofMinutes(5), Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        } catch (IOException e) {
            missing("Node.js or npm is not there: " + e.getMessage());
            return;
        }
        if (npm.code() != 0) {
            missing("npm could not install it: " + npm.output());
        }
        Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    }

    private void missing(String why) {
        assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
        abort("Not driven by the client of src/test/node/" + name + ". " + why);
    }

    private record Outcome(int code, String output) {}

    private Outcome run(Duration most, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(work, command[0], ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended)
                    .as(String.join(" ", command) + " takes too long: " + text)
                    .isTrue();
            return new Outcome(process.exitValue(), text);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}

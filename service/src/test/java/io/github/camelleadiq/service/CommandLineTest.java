/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program says before it connects to anything. */
class CommandLineTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return new EnrichmentService(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    @Test
    void helps() {
        assertThat(run("--help")).isEqualTo(EnrichmentService.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: ").contains("--config", "--check");
    }

    @ParameterizedTest
    @CsvSource({
        "--lvie,Unknown option --lvie",
        "--config,--config has no value",
        "--config no-such-file,There is no file no-such-file",
        "--mode lvie,'lvie' is not a mode",
        "--port x,--port must be a number",
        "--port 70000,--port must be a number",
        "--routes a.yaml --mode live,--mode is for a bean",
    })
    void refusesInOneLine(String args, String line) {
        assertThat(run(args.split(" "))).isEqualTo(EnrichmentService.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains(line);
    }

    @Test
    void saysWhatAFileLacks() throws Exception {
        Path file = Files.writeString(directory.resolve("a.properties"), "camel.main.name = something\n");

        assertThat(run("--config", file.toString())).isEqualTo(EnrichmentService.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .contains("camel.beans.enrichment = #class:io.github.camelleadiq.routes.SalesforceEnrichment");
    }
}

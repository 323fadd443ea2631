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
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says before it connects to anything. */
class CommandLineTest {

    private static final String BEAN =
            "camel.beans.enrichment = #class:io.github.camelleadiq.routes.SalesforceEnrichment\n";

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

    /** Camel passes over them, and a budget that is spelt so would be none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.bean.enrichment.creditBudget",
                "camel.beans.enrichmnt.creditBudget",
                "camel.components.leadiq.creditBudget",
                "camle.beans.enrichment.creditBudget",
                "creditBudget",
            })
    void refusesWhatNobodyHears(String option) throws Exception {
        Path file = Files.writeString(directory.resolve("a.properties"), BEAN + option + " = 4711\n");

        assertThat(run("--config", file.toString())).isEqualTo(EnrichmentService.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .startsWith("There is no option " + option + " in ")
                .contains("camel.beans.enrichment.", "camel.component.leadiq.")
                .doesNotContain("4711");
    }

    @Test
    void saysWhatTheEnvironmentLacks() throws Exception {
        Path file = Files.writeString(
                directory.resolve("a.properties"),
                BEAN
                        + """
                        camel.beans.enrichment.clientId = {{env:NO_SUCH_VARIABLE}}
                        camel.beans.enrichment.clientSecret = {{env:NOR_THIS_ONE}}
                        camel.beans.enrichment.client = {{env:WITH_A_DEFAULT:leadiq}}
                        """);

        assertThat(run("--config", file.toString())).isEqualTo(EnrichmentService.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .startsWith("The environment lacks NOR_THIS_ONE, NO_SUCH_VARIABLE, which ");
    }

    /** As an editor on Windows may leave it. */
    @Test
    void readsAFileWithAByteOrderMarkBlanksAndCarriageReturns() throws Exception {
        Path file = Files.writeString(
                directory.resolve("a.properties"),
                ("\uFEFF" + BEAN + "my.value = {{env:NO_SUCH_VARIABLE}}\ncamel.main.name = {{my.value}}\n")
                        .replace("\n", "  \r\n"));

        assertThat(run("--config", file.toString())).isEqualTo(EnrichmentService.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("The environment lacks NO_SUCH_VARIABLE");
    }
}

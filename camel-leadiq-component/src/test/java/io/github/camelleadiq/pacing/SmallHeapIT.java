/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.RateLimitConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By default no more lookups wait than a small heap holds, whatever they wait for; further ones are refused. */
@Tag("any-platform")
class SmallHeapIT {

    private static final int LOOKUPS = 100_000;
    private static final Pattern RESULT = Pattern.compile("refused (\\d+) other (\\d+) MB (\\d+)");

    private Process process;

    /** For a permit, for others of their request, and for the answer to an equal one. */
    @ParameterizedTest
    @CsvSource({"100000, batchSize=100", "100000, batchWindow=1m", "1, batchSize=100", "100000, requestsPerMinute=0"})
    void asManyWaitAsFit(int different, String options) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Matcher result = run("http://127.0.0.1:" + silent.getLocalPort() + "/graphql", different, options);

            assertThat(result.group(1)).as("refused").isEqualTo(String.valueOf(LOOKUPS - RateLimitConfig.USUAL_QUEUE));
            assertThat(result.group(2)).as("called back otherwise").isEqualTo("0");
        }
    }

    private Matcher run(String url, int different, String options) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        FloodedProcess.class.getName(),
                        url,
                        String.valueOf(LOOKUPS),
                        String.valueOf(different),
                        options)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Matcher result = RESULT.matcher(output);
        assertThat(result.find()).as(output).isTrue();
        return result;
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }
}

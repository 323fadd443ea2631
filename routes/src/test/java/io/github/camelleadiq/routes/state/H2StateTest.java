/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class H2StateTest {
    private static final int KILLS = 2;

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void losesNoCommittedEventWhenTheProcessIsKilled() throws Exception {
        Set<String> reported = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> now = offerUntilKilled(directory.resolve("state"), "run" + kill, 40 + 60 * kill);
            assertThat(now).hasSizeGreaterThanOrEqualTo(40);
            reported.addAll(now);
        }

        try (H2State h2 = H2State.file(directory.resolve("state"))) {
            EnrichmentState state = EnrichmentState.open(h2.dataSource());
            Set<String> stored = new TreeSet<>(
                    StateContract.keys(state.inbox().claim("Lead", 100_000, Duration.ofMinutes(1), "after the kill")));
            assertThat(stored).containsAll(reported);
            assertThat(reported).allSatisfy(key -> assertThat(state.inbox().offer(StateContract.event(key, key)))
                    .isFalse());
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aFileOfAnotherProcessIsToldInALine() throws Exception {
        Path file = directory.resolve("state");
        Process process = writer(file, "other");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            do {
                line = line(lines);
                assertThat(line).isNotNull();
            } while (!line.startsWith(H2Writer.STORED));

            assertThatExceptionOfType(StateException.class)
                    .isThrownBy(() -> H2State.file(file))
                    .withMessage("The state's file " + file
                            + ".mv.db is in use by another process: stop that one, or take another file, or a database for"
                            + " both");
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    @Test
    void whatIsNoFileIsToldInALine() throws Exception {
        Files.createDirectory(directory.resolve("state.mv.db"));

        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> H2State.file(directory.resolve("state")))
                .withMessageContaining("state.mv.db cannot be opened")
                .withNoCause();
    }

    @Test
    void othersCannotReadItWhateverTheDirectoryIs() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path file = directory.resolve("state.mv.db");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (H2State h2 = H2State.file(directory.resolve("state"))) {
            EnrichmentState.open(h2.dataSource());
            assertThat(permissions(file)).isEqualTo("rw-------");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        H2State.file(directory.resolve("state")).close();
        assertThat(permissions(file)).as("one of an earlier version").isEqualTo("rw-r-----");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** H2 opens it all the same, and each change would fail. */
    @Test
    void aFileThatCannotBeWrittenIsRefused() throws Exception {
        try (H2State h2 = H2State.file(directory.resolve("state"))) {
            EnrichmentState.open(h2.dataSource());
        }
        Path file = directory.resolve("state.mv.db");
        assumeThat(file.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(file)).isFalse(); // it is for root

        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> H2State.file(directory.resolve("state")))
                .withMessageContaining("cannot be written");
    }

    private static Process writer(Path file, String prefix) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        H2Writer.class.getName(),
                        file.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The keys that the other process reported before it was killed, each after its offer had returned. */
    private static List<String> offerUntilKilled(Path file, String prefix, int events) throws Exception {
        Process process = writer(file, prefix);
        List<String> reported = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = line(lines)) != null) {
                if (line.startsWith(H2Writer.STORED) && line.endsWith(".")) {
                    reported.add(line.substring(H2Writer.STORED.length(), line.length() - 1));
                }
                if (reported.size() == events) {
                    process.destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        return reported;
    }

    private static String line(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            // the pipe of a process that was killed
            return null;
        }
    }

    @Test
    void whatIsOutdatedInTheFileGoesWhenItIsClosed() throws IOException {
        Path file = directory.resolve("state.mv.db");
        List<OwnWrite> writes = new ArrayList<>();
        IntStream.range(0, 20_000).forEach(i -> writes.add(OwnWrite.of("Lead", "00Q" + i, "Title", "Sample " + i)));
        Collections.shuffle(writes, new Random(1));
        long open;
        try (H2State h2 = H2State.file(directory.resolve("state"))) {
            EnrichmentState state = EnrichmentState.open(h2.dataSource());
            for (int from = 0; from < writes.size(); from += 100) {
                state.ownWrites().intend(writes.subList(from, from + 100), Instant.now());
            }
            open = Files.size(file);
        }

        assertThat(open).isGreaterThan(8L << 20);
        assertThat(Files.size(file)).isLessThan(open / 2);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            assertThat(permissions(file)).as("another file").isEqualTo("rw-------");
        }
        try (H2State h2 = H2State.file(directory.resolve("state"))) {
            EnrichmentState state = EnrichmentState.open(h2.dataSource());
            assertThat(state.ownWrites().forget(Duration.ZERO)).isEqualTo(writes.size());
        }
    }

    @Test
    void makesItsDirectoryForItsOwnerOnly() throws IOException {
        Path made = directory.resolve("a").resolve("b");
        try (H2State h2 = H2State.file(made.resolve("state"))) {
            EnrichmentState.open(h2.dataSource());
        }

        assertThat(made.resolve("state.mv.db")).exists();
        if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(made)).hasSize(3);
        }
    }

    @Test
    void refusesANameThatH2WouldTakeForSettings() {
        assertThatIllegalArgumentException().isThrownBy(() -> H2State.file(directory.resolve("a;INIT=x")));
    }

    @Test
    void saysWhenAnotherDatabaseIsInTheWay() throws IOException {
        Files.writeString(directory.resolve("state.mv.db"), "not a database".repeat(1_000));
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> H2State.file(directory.resolve("state")))
                .withMessageContaining("state.mv.db cannot be opened");
    }
}

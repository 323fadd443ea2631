/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.subject.BatchMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many requests a list of lookups is sent in, with the credits in a ledger in a database, while other processes take
 * the machine.
 *
 * @param build    that sent it
 * @param size     of the list
 * @param requests of each list, without the question for the schema
 * @param failed   lookups of all lists
 */
record ListRequests(Build build, int size, List<Long> requests, long failed) {

    /** What one list came to. */
    private record Sent(long requests, long answered) {}

    /** The default. */
    private static final int BATCH = 100;

    /** The server is on the same busy machine, and what it answers too late is asked for again in parts. */
    private static final String PATIENT = "responseTimeout=10m&requestTimeout=10m";

    private static final int BUSY_FOR_EACH_PROCESSOR = 2;

    static ListRequests run(Build build, int size, int rounds) throws IOException {
        List<Process> busy = new ArrayList<>();
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors() * BUSY_FOR_EACH_PROCESSOR; i++) {
                busy.add(ChildJvm.start("64m", BusyMain.class));
            }
            List<Sent> sent = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                sent.add(send(build, size));
            }
            return new ListRequests(
                    build,
                    size,
                    sent.stream().map(Sent::requests).toList(),
                    sent.stream().mapToLong(list -> size - list.answered()).sum());
        } finally {
            busy.forEach(Process::destroyForcibly);
        }
    }

    private static Sent send(Build build, int size) throws IOException {
        Path directory = Directories.create("leadiq-list");
        try (SimulatorJvm server = new SimulatorJvm(0)) {
            try (ServerProcess client = new ServerProcess(
                    build,
                    "512m",
                    List.of(),
                    BatchMain.class,
                    server.url().toString(),
                    PATIENT,
                    "0",
                    directory.resolve("ledger").toString())) {
                long answered = Long.parseLong(client.ask("list " + size));
                return new Sent(server.requests() - 1, answered);
            }
        } finally {
            Directories.delete(directory);
        }
    }

    /** Whether each list was sent in the fewest requests, and wholly answered. */
    boolean isLeast() {
        return failed == 0 && requests.stream().allMatch(count -> count == least());
    }

    /** The fewest requests that the list fits into. */
    long least() {
        return (size + BATCH - 1) / BATCH;
    }
}

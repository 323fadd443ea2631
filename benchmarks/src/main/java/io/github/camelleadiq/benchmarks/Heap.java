/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.subject.StreamMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What of its heap a JVM uses while it streams a long list of people.
 *
 * @param people    in the list
 * @param live      bytes in use after each tenth of the list, when all garbage is gone
 * @param most      the most bytes in use after any collection
 * @param took      from the start of the JVM to its end
 */
record Heap(int people, List<Long> live, long most, Duration took) {

    static final String LIMIT = "128m";

    static Heap run(int people) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (EndlessList server = new EndlessList(people)) {
            Process client =
                    ChildJvm.start(LIMIT, StreamMain.class, server.url().toString(), String.valueOf(people));
            try (BufferedReader lines = ChildJvm.lines(client)) {
                List<String> said = lines.lines().toList();
                if (client.waitFor() != 0 || said.isEmpty()) {
                    throw new IllegalStateException(
                            "The stream failed in " + LIMIT + " after " + said.size() + " tenths");
                }
                String[] end = said.get(said.size() - 1).split(" ");
                if (Long.parseLong(end[1]) != people) {
                    throw new IllegalStateException(end[1] + " of " + people + " people came");
                }
                return new Heap(
                        people,
                        said.subList(0, said.size() - 1).stream()
                                .map(Long::valueOf)
                                .toList(),
                        Long.parseLong(end[0]),
                        Duration.ofNanos(System.nanoTime() - start));
            } finally {
                client.destroyForcibly();
            }
        }
    }
}

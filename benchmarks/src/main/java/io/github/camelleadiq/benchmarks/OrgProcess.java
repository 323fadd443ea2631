/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/** Salesforce in a JVM of its own, and what it says of what was done to it. */
final class OrgProcess implements AutoCloseable {

    private final ServerProcess process;
    private final URI url;

    /** @param leads how many of {@link Leads} it has */
    OrgProcess(String heap, int leads) {
        process = new ServerProcess(heap, OrgMain.class);
        process.ask("seed " + leads);
        url = URI.create(process.ask("url"));
    }

    URI url() {
        return url;
    }

    long requests(RequestKind kind) {
        return Long.parseLong(process.ask("requests " + kind));
    }

    /** How many records were written; one that was written twice counts twice. */
    long writes() {
        return Long.parseLong(process.ask("writes"));
    }

    /** How many leads lacked something and have it now. */
    long filled() {
        return Long.parseLong(process.ask("filled"));
    }

    /** Makes every answer take at least so long. */
    void latency(Duration latency) {
        process.ask("latency " + latency.toMillis());
    }

    /** How many requests read records. */
    long reads() {
        return Stream.of(RequestKind.QUERY, RequestKind.QUERY_MORE, RequestKind.RETRIEVE)
                .mapToLong(this::requests)
                .sum();
    }

    /** How many leads were looked up, by what is written into them. */
    long stamped() {
        return Long.parseLong(process.ask("stamped"));
    }

    /**
     * Lets a person fill in what leads lack.
     *
     * @param most  edits at most
     * @param pause from one to the next
     */
    void edit(int most, Duration pause) {
        process.ask("edit " + most + " " + pause.toNanos() / 1_000);
    }

    /** Ends that. */
    Edits edits() {
        String[] words = process.ask("overwritten").split(" ");
        return new Edits(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }

    /**
     * What a person filled in.
     *
     * @param made        by the person
     * @param overwritten by the run
     */
    record Edits(int made, int overwritten) {}

    /** Lets people create leads that lack something, at times of their own. */
    void create(int leads, Duration meanPause) {
        process.ask("create " + leads + " " + meanPause.toNanos() / 1_000);
    }

    /** How many they have created. */
    int created() {
        return Integer.parseInt(process.ask("created"));
    }

    @Override
    public void close() {
        process.close();
    }
}

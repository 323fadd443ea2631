/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.net.URI;

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

    @Override
    public void close() {
        process.close();
    }
}
